import { In, type EntityManager } from 'typeorm'
import { inicioSesion, longDate, nombreSesion, puede } from '@conoceles/domain'
import type { ActividadesService } from '../actividades/index.ts'
import type { PendienteDto } from '../../registro/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Quien } from '../../../shared/act.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { IntegrantesService } from './integrantes/integrantes.service.ts'
import { aprobacionesPorConvocar, pendientesDePrevias } from './pendientes-previas.ts'
import { POR_CELEBRAR } from './previas.ts'
import { Sesion } from './sesion.entity.ts'
import type { AprobacionPorConvocarDto } from './sesiones.dto.ts'

/** Sesiones that are still to be held, and those whose day passed without a word. */
export class PendientesSesionService {
  constructor(
    private readonly parts: { clock: Clock; procesos: ProcesosService; actividades: ActividadesService; integrantes: IntegrantesService },
  ) {}

  porConvocar(tx: EntityManager): Promise<AprobacionPorConvocarDto[]> {
    return aprobacionesPorConvocar(tx, this.parts)
  }

  async pendientes(tx: EntityManager, { rol }: Quien): Promise<PendienteDto[]> {
    const tells = puede(rol, 'sesiones.administrar')
    if (!tells && rol !== 'comision') return []
    const { id, zona } = await this.parts.procesos.proceso(tx)
    const open = await tx.find(Sesion, {
      where: { procesoId: id, estatus: In([...POR_CELEBRAR]) },
      order: { fecha: 'ASC', hora: 'ASC', id: 'ASC' },
    })
    const hoy = this.parts.clock.today().toString()
    const asistir = open.flatMap((sesion) => {
      if (sesion.fecha < hoy) return toPasada(sesion, { zona, texto: pasoText(sesion, { tells }) })
      return sesion.estatus === 'convocada' ? toPendiente(sesion, { zona, texto: textOf(sesion) }) : []
    })
    return rol === 'comision' ? [...asistir, ...(await pendientesDePrevias(tx, this.parts))] : asistir
  }
}

function toPendiente(sesion: Sesion, { zona, texto }: { zona: string; texto: string }): PendienteDto {
  const { id, fecha, hora } = sesion
  const venceEn = hora === null ? null : inicioSesion({ fecha, hora }, zona).toString()
  return { clave: `sesion_${id}`, texto, cuantas: 1, venceEn, empieza: true, enlace: `/sesiones/${id}` }
}

/** A sesión whose day passed: the secretaría tells what happened, moves it or cancels it; a councillor hears that nothing is told. */
function pasoText(sesion: Sesion, { tells }: { tells: boolean }): string {
  const called = sesion.estatus === 'convocada'
  if (!tells) return `Pasó su día y no consta que se celebrara la ${nameOf(sesion)}`
  return called
    ? `Asentar lo que pasó en la ${nameOf(sesion)}`
    : `Pasó su día sin convocarse la ${nameOf(sesion)}: cambie su fecha o cancélela`
}

/** A plan that nobody convened did not begin: it has no hour to tell. */
function toPasada(sesion: Sesion, said: { zona: string; texto: string }): PendienteDto {
  const pendiente = toPendiente(sesion, said)
  return sesion.estatus === 'convocada' ? pendiente : { ...pendiente, venceEn: null, empieza: false }
}

function textOf(sesion: Sesion): string {
  const voted = sesion.puntos.filter(({ seVota }) => seVota).length
  const puntos = voted === 1 ? 'se vota un punto' : `se votan ${voted} puntos`
  return `Acudir a la ${nameOf(sesion)}${voted === 0 ? '' : `: ${puntos}`}`
}

/** "2.ª sesión ordinaria de 2024, del 25 de abril de 2024". */
function nameOf(sesion: Sesion): string {
  return `${nombreSesion(sesion)}, del ${longDate(sesion.fecha)}`
}
