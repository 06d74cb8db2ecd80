import { In, type EntityManager } from 'typeorm'
import { inicioSesion, longDate, nombreSesion, puede } from '@conoceles/domain'
import type { ActividadesService } from '../actividades/index.ts'
import type { PendienteDto } from '../../registro/index.ts'
import type { Proceso, ProcesosService } from '../../proceso/index.ts'
import type { Quien } from '../../../shared/act.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { IntegrantesService } from './integrantes/integrantes.service.ts'
import { organoDe } from './integrantes/organos.ts'
import { aprobacionesPorConvocar, pendientesDePrevias } from './pendientes-previas.ts'
import { papelDeSesion } from './papeles/comun.ts'
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
    const proceso = await this.parts.procesos.proceso(tx)
    const { id, zona } = proceso
    const open = await tx.find(Sesion, {
      where: { procesoId: id, estatus: In([...POR_CELEBRAR]) },
      order: { fecha: 'ASC', hora: 'ASC', id: 'ASC' },
    })
    const hoy = this.parts.clock.today().toString()
    const asistir = open.flatMap((sesion) => {
      if (sesion.fecha < hoy) return toPasada(sesion, { zona, texto: pasoText(sesion, { tells }) })
      return sesion.estatus === 'convocada' ? toPendiente(sesion, { zona, texto: textOf(sesion) }) : []
    })
    if (rol === 'comision') return [...asistir, ...(await pendientesDePrevias(tx, this.parts))]
    return [...asistir, ...(await actasPorAgregar(tx, proceso))]
  }
}

/** Sesiones whose votes are on record and whose acta is not: the newest each by itself, the rest together. */
async function actasPorAgregar(tx: EntityManager, proceso: Proceso): Promise<PendienteDto[]> {
  const owed = await tx
    .createQueryBuilder(Sesion, 's')
    .where("s.proceso_id = :id and s.estatus = 'celebrada' and s.acta_id is null", { id: proceso.id })
    .andWhere('exists (select from captura.celebracion c where c.sesion_id = s.id)')
    .orderBy('s.fecha', 'DESC')
    .addOrderBy('s.hora', 'DESC')
    .getMany()
  const rest = owed.length - POR_SEPARADO
  const una = (sesion: Sesion): PendienteDto => ({
    clave: `acta_${sesion.id}`,
    texto: `Completar y agregar ${papelDe(proceso, sesion)} de la ${nameOf(sesion)}`,
    ...{ cuantas: 1, venceEn: null, enlace: `/sesiones/${sesion.id}` },
  })
  const resto = { clave: 'actas', cuantas: rest, venceEn: null, enlace: '/sesiones?estatus=celebrada' }
  return [
    ...owed.slice(0, POR_SEPARADO).map(una),
    ...(rest > 0 ? [{ ...resto, texto: `Agregar el acta o la minuta de ${rest === 1 ? 'otra sesión' : `otras ${rest} sesiones`}` }] : []),
  ]
}

const POR_SEPARADO = 3

function papelDe(proceso: Proceso, sesion: Sesion): string {
  const organo = organoDe(proceso, sesion.organo)
  return organo && papelDeSesion(sesion, organo) === 'minuta' ? 'la minuta' : 'el acta'
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
