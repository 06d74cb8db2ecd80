import { Between, In, type EntityManager } from 'typeorm'
import { longDate } from '@conoceles/domain'
import type { ActividadesService, EntregableDetailDto } from '../actividades/index.ts'
import type { PendienteDto } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { aprobableDe } from './agenda.ts'
import type { IntegrantesService } from './integrantes/integrantes.service.ts'
import { organoDe } from './integrantes/organos.ts'
import { POR_CELEBRAR, previasDe, toSesionPrevia } from './previas.ts'
import { Sesion } from './sesion.entity.ts'
import type { AprobacionPorConvocarDto, AprobacionPreviaDto } from './sesiones.dto.ts'

interface Parts {
  clock: Clock
  procesos: ProcesosService
  actividades: ActividadesService
  integrantes: IntegrantesService
}

/** A sesión further away than these days leaves time enough to convene the one before it. */
const DIAS_ANTES = 14

/** An approval that is missing, the entregable that needs it, and the sesión that votes that. */
interface Faltante {
  sesion: Sesion
  entregable: EntregableDetailDto
  previa: AprobacionPreviaDto
}

/** The same as duties of today. */
export async function pendientesDePrevias(tx: EntityManager, parts: Parts): Promise<PendienteDto[]> {
  return (await faltantes(tx, parts)).map(toPendiente)
}

export async function aprobacionesPorConvocar(tx: EntityManager, parts: Parts): Promise<AprobacionPorConvocarDto[]> {
  return (await faltantes(tx, parts)).map(({ sesion, entregable: { clave, numero, nombre }, previa }) => ({
    ...previa,
    entregable: { clave, numero, nombre },
    vota: toSesionPrevia(sesion),
  }))
}

/** Approvals of an organ below that the sesiones of the next days lack, and for which no sesión is convened. */
async function faltantes(tx: EntityManager, { clock, procesos, actividades, integrantes }: Parts): Promise<Faltante[]> {
  const proceso = await procesos.confirmado(tx)
  const hoy = clock.today()
  const proximas = await tx.find(Sesion, {
    where: {
      procesoId: proceso.id,
      estatus: In([...POR_CELEBRAR]),
      fecha: Between(hoy.toString(), hoy.add({ days: DIAS_ANTES }).toString()),
    },
    order: { fecha: 'ASC', id: 'ASC' },
  })
  const entregables = await actividades.details(tx, [...new Set(proximas.flatMap(clavesDe))])
  const owed: Faltante[] = []
  for (const sesion of proximas) {
    const aprueba = organoDe(proceso, sesion.organo)?.aprueba ?? null
    for (const entregable of entregables.filter(({ clave }) => clavesDe(sesion).includes(clave))) {
      const aprobable = aprobableDe(entregable, aprueba)
      const previas = aprobable ? await previasDe(tx, { sesion, proceso, integrantes, clock }, aprobable) : []
      const faltan = previas.filter((previa) => previa.sesion?.convocada !== true)
      owed.push(...faltan.map((previa) => ({ sesion, entregable, previa })))
    }
  }
  return owed
}

function clavesDe({ puntos }: Sesion): string[] {
  return puntos.flatMap(({ entregable }) => entregable ?? [])
}

/** Its term is the last moment at which a sesión can still be convened. */
function toPendiente({ sesion: { id, fecha }, entregable: { clave, nombre }, previa }: Faltante): PendienteDto {
  const { milestone, organo, limites } = previa
  const venceEn =
    limites
      .map(({ limite }) => limite)
      .toSorted()
      .at(-1) ?? null
  return {
    clave: `previa_${id}_${clave}_${milestone}`,
    texto: `Falta convocar a sesión: ${organo.nombre} debe aprobar antes del ${longDate(fecha)} «${nombre}»`,
    cuantas: 1,
    venceEn,
    enlace: `/sesiones/${id}`,
  }
}
