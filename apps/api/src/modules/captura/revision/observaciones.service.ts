import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { razonesContraSupuesto, ultimoDia, type DesenlaceObservacion, type ObjetoObservado } from '@conoceles/domain'
import type { Acuse } from '../../bitacora/index.ts'
import type { Quien } from '../../../shared/act.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { CapturaActs, Pedido } from '../secciones/captura-acts.ts'
import { otherObservaciones, type Expediente, type Lugar } from '../identidad/expediente.ts'
import { Observacion } from './observacion.entity.ts'
import { RespuestaObservacion } from './respuesta-observacion.entity.ts'

export interface Observar extends Lugar {
  version: number
  /** Absent: the section. */
  objeto?: ObjetoObservado
  supuesto: string
  texto: string
  /** The round before, when its request was not attended. */
  anterior?: string
}

export interface Responder {
  version: number
  texto: string
}

export interface Cerrar {
  version: number
  desenlace: Exclude<DesenlaceObservacion, 'reiterada'>
  nota: string
}

/** Observaciones in rounds: the institute remarks on a section, the actor político corrects or answers, another account closes. */
export class ObservacionesService {
  constructor(
    private readonly clock: Clock,
    private readonly acto: CapturaActs,
  ) {}

  /** One section returns with its ground and its term; the others stay as they are. */
  observar(quien: Quien, id: string, { version, objeto = 'seccion', supuesto, texto, anterior, ...lugar }: Observar): Promise<Acuse> {
    const pedido: Pedido = {
      id,
      version,
      lugar,
      acto: anterior ? 'reiterar' : 'observar',
      sobre: anterior ? { clase: 'observacion', id: anterior } : undefined,
      registro: 'candidatura.observada',
      razones: againstSupuesto({ supuesto, objeto, cuestionario: lugar.cuestionario }),
      contenido: { objeto, supuesto, texto, anterior: anterior ?? null },
    }
    return this.acto.perform(quien, pedido, async (tx, { expediente, now, sobre }) => {
      const { revision, feriados } = expediente.catalogos
      const row: Observacion = {
        ...OPEN,
        ...lugar,
        id: randomUUID(),
        candidaturaId: id,
        objeto,
        supuesto,
        texto,
        ronda: (sobre?.ronda ?? 0) + 1,
        vence: ultimoDia(this.clock.today().toString(), revision.plazoObservacion, feriados),
        creadaEn: now,
        creadaPor: quien.cuentaId,
      }
      await tx.insert(Observacion, row)
      if (sobre) await close(tx, sobre.id, { desenlace: 'reiterada', cerradaEn: now, cerradaPor: quien.cuentaId, siguienteId: row.id })
      return { observaciones: [...otherObservaciones(expediente, lugar, sobre?.id), { creadaPor: quien.cuentaId, respondida: false }] }
    })
  }

  /** In words, with the text as it is. Each answer is kept. */
  responder(quien: Quien, { id, observacion }: Cual, { version, texto }: Responder): Promise<Acuse> {
    const pedido: Pedido = {
      ...aboutObservacion(id, observacion),
      version,
      acto: 'responder',
      registro: 'observacion.respondida',
      contenido: { observacion, texto },
    }
    return this.acto.perform(quien, pedido, async (tx, { expediente, now, lugar }) => {
      const { cuentaId: creadaPor, rol } = quien
      const row = { id: randomUUID(), candidaturaId: id, observacionId: observacion, texto, creadaEn: now, creadaPor, rol }
      await tx.insert(RespuestaObservacion, row)
      return { observaciones: [...otherObservaciones(expediente, lugar, observacion), { creadaPor: '', respondida: true }] }
    })
  }

  /** By another account than the one that observed: the rule says so here, and the row in the database. */
  cerrar(quien: Quien, { id, observacion }: Cual, { version, desenlace, nota }: Cerrar): Promise<Acuse> {
    const acto = desenlace === 'atendida' ? 'atender' : 'retirar'
    const contenido = { observacion, desenlace, nota }
    const pedido: Pedido = { ...aboutObservacion(id, observacion), version, acto, registro: 'observacion.cerrada', contenido }
    return this.acto.perform(quien, pedido, async (tx, { expediente, now, lugar }) => {
      await close(tx, observacion, { desenlace, nota, cerradaEn: now, cerradaPor: quien.cuentaId })
      return { observaciones: otherObservaciones(expediente, lugar, observacion) }
    })
  }
}

interface Cual {
  id: string
  observacion: string
}

function aboutObservacion(id: string, observacion: string): Pick<Pedido, 'id' | 'sobre'> {
  return { id, sobre: { clase: 'observacion', id: observacion } }
}

/** The list of grounds is closed, and each is for some objects. */
export function againstSupuesto(asked: { supuesto: string; objeto: ObjetoObservado; cuestionario: string }) {
  return ({ catalogos }: Expediente) => razonesContraSupuesto(catalogos.supuestos, asked)
}

const OPEN = { desenlace: null, cerradaEn: null, cerradaPor: null, nota: null, siguienteId: null }

async function close(tx: EntityManager, id: string, cierre: Partial<Observacion>): Promise<void> {
  await tx.update(Observacion, { id }, cierre)
}
