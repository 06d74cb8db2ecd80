import type { EntityManager } from 'typeorm'
import {
  endOfDay,
  esSubsanable,
  fundamentoConfirmado,
  isConfirmada,
  localDay,
  ultimoDia,
  type SupuestoPack,
  type TextosPlantilla,
} from '@conoceles/domain'
import { emisorOf } from '../../intercambio/exportaciones/index.ts'
import type { ActorPolitico, PlantillasService, Proceso, ProcesosService } from '../../proceso/index.ts'
import type { Quien } from '../../../shared/act.ts'
import { toIso, type Clock } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { PdfDocument } from '../../../shared/documentos/pdf/model.ts'
import { toRequerimiento, type RequerimientoArmado, type Requerida } from './documento.ts'
import type { EmitirRequerimientoDto, ListPorRequerirDto, PorRequerirDto, RequerimientoDto } from './requerimientos.dto.ts'
import { nextNumero, readAbiertas, readRequerimientos, type AbiertaRow, type RequerimientoRow } from './requerimientos.queries.ts'

interface Services {
  procesos: ProcesosService
  plantillas: PlantillasService
  /** Address of the consola, for the letter. */
  consola: string
}

/** An open observación with its ground in words. */
export type Abierta = AbiertaRow & Pick<Requerida, 'donde' | 'supuestoTexto' | 'comoSubsanar' | 'fundamento'> & { subsanable: boolean }

/** Open observaciones of each actor político, and the requerimientos that were issued. */
export class RequerimientosService {
  constructor(
    private readonly clock: Clock,
    private readonly services: Services,
  ) {}

  /** How many each actor político has open; with `clave`, its own, one by one. */
  async listPorRequerir(tx: EntityManager, clave: string | null): Promise<ListPorRequerirDto> {
    const proceso = await this.services.procesos.confirmado(tx)
    const actores = await this.services.procesos.actores(tx)
    const actor = clave === null ? null : findActor(actores, clave)
    const abiertas = (await readAbiertas(tx, null)).map((row) => withGround(row, proceso))
    return {
      corte: this.corte(),
      lugar: proceso.catalogos.oficio.lugar.texto,
      venceEn: endOfDay(this.vence(proceso, this.clock.today().toString()), proceso.zona).toString(),
      actores: actores.flatMap((each) => countOf(each, abiertas)),
      elementos: abiertas.filter(({ actorPoliticoId }) => actorPoliticoId === actor?.id).map(toDto),
    }
  }

  /** Those of one actor político, and what its requerimiento would say. */
  async arm(
    tx: EntityManager,
    asked: EmitirRequerimientoDto,
    numero: number,
  ): Promise<{ armado: RequerimientoArmado; abiertas: Abierta[]; actorId: string; procesoId: string }> {
    const proceso = await this.services.procesos.confirmado(tx)
    const actor = findActor(await this.services.procesos.actores(tx), asked.actor)
    const abiertas = (await readAbiertas(tx, actor.id)).map((row) => withGround(row, proceso))
    const chosen = new Set(asked.observaciones)
    const { revision, organos, oficio } = proceso.catalogos
    const said = revision.requerimiento
    const armado: RequerimientoArmado = {
      ...{ emisor: emisorOf(proceso), clave: claveDe(numero), oficio: asked.oficio, lugar: asked.lugar, corte: this.corte() },
      ...{ actor, ante: organos.find(({ aprueba }) => aprueba === 'pleno')?.nombre ?? null },
      ...{ fundamento: confirmed(said?.fundamento), efectos: confirmed(said?.efectos) },
      ...{ plazo: revision.plazoObservacion, vence: this.vence(proceso, this.clock.today().toString()), consola: this.services.consola },
      firma: { nombre: asked.firma, cargo: oficio.remitente.cargo },
      plantilla: await this.services.plantillas.leer(tx, 'requerimiento'),
      requeridas: abiertas.filter(({ id }) => chosen.has(id)),
    }
    return { armado, abiertas, actorId: actor.id, procesoId: proceso.id }
  }

  /** A requerimiento that could be issued now, as it would read with these sentences; null: there is nothing to require. */
  async muestra(tx: EntityManager, textos: TextosPlantilla): Promise<PdfDocument | null> {
    const { actores, lugar } = await this.listPorRequerir(tx, null)
    const actor = actores.find(({ abiertas, noSubsanables }) => abiertas > noSubsanables)
    if (!actor) return null
    const { elementos } = await this.listPorRequerir(tx, actor.clave)
    const observaciones = elementos.filter(({ subsanable }) => subsanable).map(({ id }) => id)
    const asked = { actor: actor.clave, observaciones, oficio: null, lugar, firma: null }
    const { armado, procesoId } = await this.arm(tx, asked, 0)
    const clave = claveDe(await nextNumero(tx, procesoId))
    return toRequerimiento({ ...armado, clave, plantilla: { documento: 'requerimiento', version: 0, textos } })
  }

  /** From the newest; the actor político reads its own once they were notified. */
  async list(tx: EntityManager, quien: Quien): Promise<RequerimientoDto[]> {
    const [rows, to] = [await readRequerimientos(tx, { id: null, cuenta: readsOpen(quien) }), await this.mapper(tx)]
    return rows.map(to)
  }

  async find(tx: EntityManager, quien: Quien, id: string): Promise<RequerimientoDto> {
    const [row] = await readRequerimientos(tx, { id, cuenta: readsOpen(quien) })
    if (!row) throw new AppError('ruta.no_existe')
    return (await this.mapper(tx))(row)
  }

  /** Last day to attend what is notified on a day, by the rule of the observaciones. */
  vence({ catalogos: { revision, feriados } }: Proceso, dia: string): string {
    return ultimoDia(dia, revision.plazoObservacion, feriados)
  }

  private corte(): string {
    return this.clock.now().toString({ fractionalSecondDigits: 3 })
  }

  private async mapper(tx: EntityManager): Promise<(row: RequerimientoRow) => RequerimientoDto> {
    const { zona } = await this.services.procesos.proceso(tx)
    const actores = new Map((await this.services.procesos.actores(tx)).map(({ id, clave, nombre }) => [id, { clave, nombre }]))
    return ({ id, actorPoliticoId, numero, oficio, observaciones, abiertas, emitidoEn, folio, sha256, vence, ...row }) => ({
      ...{ id, clave: claveDe(numero), oficio, actorPolitico: actores.get(actorPoliticoId) ?? { clave: '', nombre: '' } },
      ...{ observaciones, abiertas, emitidoEn: toIso(emitidoEn), folio, sha256, venceEn: endOfDay(vence, zona).toString() },
      ...{ notificacion: toNotificacion(row), acuse: toAcuse(row) },
    })
  }
}

/** Folio of the system. */
export function claveDe(numero: number): string {
  return `OBS-${String(numero).padStart(4, '0')}`
}

/** Legal day of an instant of a row. */
export function dayOf(instant: Date, { zona }: { zona: string }): string {
  return localDay(instant, zona)
}

function readsOpen({ rol }: Quien): boolean {
  return rol === 'verificacion' || rol === 'secretaria'
}

function findActor(actores: readonly ActorPolitico[], clave: string): ActorPolitico {
  const found = actores.find((each) => each.clave === clave)
  if (!found) throw new AppError('ruta.no_existe')
  return found
}

function confirmed(said: { texto: string; confianza: Parameters<typeof isConfirmada>[0] } | undefined): string | null {
  return said && isConfirmada(said.confianza) ? said.texto : null
}

function withGround(row: AbiertaRow, { catalogos: { supuestos } }: Proceso): Abierta {
  const ground = supuestos.find(({ clave }) => clave === row.supuesto)
  return { ...row, donde: dondeOf(row), ...(ground ? groundOf(ground) : UNKNOWN), ...(row.supuesto === null ? REFUSED : {}) }
}

/** One of identity names no section: the letter passes through many hands. */
function dondeOf({ objeto, cuestionario, titulo }: AbiertaRow): string {
  if (objeto === 'consentimiento') return 'Formato de consentimiento'
  if (objeto === 'fotografia') return 'Fotografía'
  return cuestionario === 'identidad' ? 'Cuestionario de identidad' : (titulo ?? 'Cuestionario curricular')
}

function groundOf(ground: SupuestoPack): Ground {
  const comoSubsanar = ground.catalogo?.comoSubsanar ?? null
  return { supuestoTexto: ground.texto, comoSubsanar, fundamento: fundamentoConfirmado(ground), subsanable: esSubsanable(ground) }
}

type Ground = Pick<Abierta, 'supuestoTexto' | 'comoSubsanar' | 'fundamento' | 'subsanable'>

const REFUSED = { supuestoTexto: 'El formato firmado se rechazó', comoSubsanar: 'Entregue otro formato firmado.' }
const UNKNOWN: Ground = { supuestoTexto: 'Supuesto que ya no está en la lista', comoSubsanar: null, fundamento: null, subsanable: true }

function countOf({ id, clave, nombre }: ActorPolitico, abiertas: readonly Abierta[]): ListPorRequerirDto['actores'] {
  const own = abiertas.filter(({ actorPoliticoId }) => actorPoliticoId === id)
  if (own.length === 0) return []
  const mendable = own.filter(({ subsanable }) => subsanable)
  const porRequerir = mendable.filter(({ requerida }) => requerida === null).length
  return [{ clave, nombre, abiertas: own.length, porRequerir, noSubsanables: own.length - mendable.length }]
}

function toDto({
  actorPoliticoId: _actor,
  cuestionario: _cuestionario,
  titulo: _titulo,
  supuesto: _supuesto,
  fundamento: _fundamento,
  sexo: _sexo,
  ...row
}: Abierta): PorRequerirDto {
  return { ...row, creadaEn: toIso(row.creadaEn), requerida: row.requerida === null ? null : claveDe(row.requerida) }
}

type Notificada = Pick<RequerimientoRow, 'medio' | 'notificadoEl' | 'recibe' | 'notificadoEn' | 'notificadoFolio'>

function toNotificacion({ medio, notificadoEl, recibe, notificadoEn, notificadoFolio }: Notificada): RequerimientoDto['notificacion'] {
  if (!medio || !notificadoEl || !notificadoEn) return null
  return { medio, notificadoEl, recibe, registradaEn: toIso(notificadoEn), folio: notificadoFolio ?? '' }
}

function toAcuse({ acusadoEn, acusadoFolio }: Pick<RequerimientoRow, 'acusadoEn' | 'acusadoFolio'>): RequerimientoDto['acuse'] {
  return acusadoEn ? { acusadoEn: toIso(acusadoEn), folio: acusadoFolio ?? '' } : null
}
