import type { EntityManager } from 'typeorm'
import { Temporal } from 'temporal-polyfill'
import {
  esPeriodo,
  localDay,
  longDate,
  MOMENTOS,
  realizadosDe,
  tablaHechos,
  tablaPlan,
  tablaPorVencer,
  tablaRealizadas,
  tablaVencidos,
  type MomentoPlan,
} from '@conoceles/domain'
import type { ActividadesService, EntregableDto } from '../programa/actividades/index.ts'
import type { ProcesosService } from '../proceso/index.ts'
import { mesEnPalabras } from '../../shared/documentos/fechas.ts'
import { sinArticulo } from '../../shared/documentos/palabras.ts'
import { hechosDelMes, relatoDelMes } from './datos/mes.ts'
import type { Congelado, Momento } from './momento.ts'

interface Fuentes {
  actividades: ActividadesService
  procesos: ProcesosService
}

/** A monthly informe: what happened in its month, what was overdue and how the whole plan stood at the cut, and the next duties. */
export async function congelarMensual(tx: EntityManager, momento: Momento, { actividades, procesos }: Fuentes): Promise<Congelado> {
  const { entregables } = await actividades.panorama(tx)
  const momentos = entregables.flatMap((entregable) => momentosDe(entregable, momento.zona))
  // An informe tells its reader nothing by saying that it is still to be approved.
  const ajenos = entregables.filter(({ clave }) => clave !== momento.clave).flatMap((entregable) => momentosDe(entregable, momento.zona))
  const mes = Temporal.PlainYearMonth.from(momento.mes ?? momento.hoy.slice(0, 7))
  const nombre = mesEnPalabras(mes.toString())
  const { organos } = (await procesos.proceso(tx)).catalogos
  const hechos = await hechosDelMes(tx, { ...momento, ...diasDe(mes) }, {
    organo: (clave) => organos.find((each) => each.clave === clave) ?? null,
    entregable: (clave) => nombreDe(entregables.find((each) => each.clave === clave)) ?? clave,
  }) // prettier-ignore
  return {
    tablas: [
      tablaRealizadas(momentos, { ...diasDe(mes), titulo: `Actividades realizadas en ${nombre}` }),
      tablaHechos(hechos, `Hechos de ${nombre}`),
      tablaVencidos(momentos, momento.hoy),
      tablaPlan(momentos),
      tablaPorVencer(ajenos, porVencerDesde(mes, momento.hoy)),
    ],
    relato: {
      titulo: `Lo que ocurrió en ${nombre}`,
      parrafos: relatoDelMes({
        ...{ mes: nombre, realizados: realizadosDe(momentos, diasDe(mes)), hechos, momentos },
        ...(momento.hoy < diasDe(mes).hasta && { hasta: momento.hoy }),
      }),
    },
    metodo: METODO,
  }
}

function nombreDe(entregable: EntregableDto | undefined): string | undefined {
  return entregable?.documento ? sinArticulo(entregable.documento) : entregable?.nombre
}

/** Next month, and what is left of this one when the cut is taken before its end: else no table would have those days. */
function porVencerDesde(mes: Temporal.PlainYearMonth, hoy: string): { desde: string; hasta: string; titulo: string } {
  const siguiente = mes.add({ months: 1 })
  const { desde, hasta } = diasDe(siguiente)
  const nombre = mesEnPalabras(siguiente.toString())
  if (hoy >= desde) return { desde, hasta, titulo: `Plazos que vencen en ${nombre}` }
  const primero = [hoy, diasDe(mes).desde].sort().at(-1) ?? hoy
  return { desde: primero, hasta, titulo: `Plazos que vencen del ${longDate(primero)} al fin de ${nombre}` }
}

const METODO = [
  'Las actividades y sus plazos son los del programa de trabajo cargado en el sistema, con lo que se haya resuelto cuando sus fuentes se contradicen.',
  'Una actividad consta como realizada cuando alguien trajo su evidencia; lo que se hizo sin evidencia en el sistema no aparece.',
  'El avance del plan y los plazos vencidos son los del momento del corte, no los del último día del mes.',
]

/** Every dated moment of the plan, as the engine has it now. */
export async function momentosDelPlan(tx: EntityManager, zona: string, actividades: ActividadesService): Promise<MomentoPlan[]> {
  return (await actividades.panorama(tx)).entregables.flatMap((entregable) => momentosDe(entregable, zona))
}

function momentosDe({ numero, nombre, documento, mes, evento, hitos }: EntregableDto, zona: string): MomentoPlan[] {
  const plazos = hitos.filter(({ milestone }) => !esPeriodo(milestone))
  return plazos.map(({ milestone, vence, estatus, cumplimiento, responsables }) => ({
    ...{ actividad: numero, nombre, documento, vence, milestone },
    de: mes === null ? (evento?.titulo ?? null) : mesEnPalabras(mes),
    momento: MOMENTOS[milestone],
    estatus,
    hecho: cumplimiento ? localDay(cumplimiento.ocurridoEn, zona) : null,
    referencia: cumplimiento?.referencia ?? null,
    areas: responsables.map((area) => area.nombre),
  }))
}

function diasDe(mes: Temporal.PlainYearMonth): { desde: string; hasta: string } {
  const day = (n: number) => mes.toPlainDate({ day: n }).toString()
  return { desde: day(1), hasta: day(mes.daysInMonth) }
}
