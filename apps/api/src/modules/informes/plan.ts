import type { EntityManager } from 'typeorm'
import { Temporal } from 'temporal-polyfill'
import { esPeriodo, localDay, MOMENTOS, tablaPlan, tablaPorVencer, tablaRealizadas, type MomentoPlan } from '@conoceles/domain'
import type { ActividadesService, EntregableDto } from '../programa/actividades/index.ts'
import { mesEnPalabras } from '../../shared/documentos/fechas.ts'
import type { Congelado, Momento } from './momento.ts'

/** Figures of a monthly informe: the fulfilments of its month, the state of the whole plan at the cut, and the next duties. */
export async function congelarMensual(
  tx: EntityManager,
  momento: Momento,
  { actividades }: { actividades: ActividadesService },
): Promise<Congelado> {
  const momentos = await momentosDelPlan(tx, momento.zona, actividades)
  const mes = Temporal.PlainYearMonth.from(momento.mes ?? momento.hoy.slice(0, 7))
  const siguiente = mes.add({ months: 1 })
  return {
    tablas: [
      tablaRealizadas(momentos, { ...diasDe(mes), titulo: `Actividades realizadas en ${mesEnPalabras(mes.toString())}` }),
      tablaPlan(momentos),
      tablaPorVencer(momentos, { ...diasDe(siguiente), titulo: `Plazos que vencen en ${mesEnPalabras(siguiente.toString())}` }),
    ],
    metodo: METODO,
  }
}

const METODO = [
  'Las actividades y sus plazos son los del programa de trabajo cargado en el sistema, con lo que se haya resuelto cuando sus fuentes se contradicen.',
  'Una actividad consta como realizada cuando alguien trajo su evidencia; lo que se hizo sin evidencia en el sistema no aparece.',
  'El avance del plan es el del momento del corte, no el del último día del mes.',
]

/** Every dated moment of the plan, as the engine has it now. */
export async function momentosDelPlan(tx: EntityManager, zona: string, actividades: ActividadesService): Promise<MomentoPlan[]> {
  return (await actividades.panorama(tx)).entregables.flatMap((entregable) => momentosDe(entregable, zona))
}

function momentosDe({ numero, nombre, mes, evento, hitos }: EntregableDto, zona: string): MomentoPlan[] {
  const plazos = hitos.filter(({ milestone }) => !esPeriodo(milestone))
  return plazos.map(({ milestone, vence, estatus, cumplimiento }) => ({
    ...{ actividad: numero, nombre, vence },
    de: mes === null ? (evento?.titulo ?? null) : mesEnPalabras(mes),
    momento: MOMENTOS[milestone],
    estatus,
    hecho: cumplimiento ? localDay(cumplimiento.ocurridoEn, zona) : null,
    referencia: cumplimiento?.referencia ?? null,
  }))
}

function diasDe(mes: Temporal.PlainYearMonth): { desde: string; hasta: string } {
  const day = (n: number) => mes.toPlainDate({ day: n }).toString()
  return { desde: day(1), hasta: day(mes.daysInMonth) }
}
