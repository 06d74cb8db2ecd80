import type { EntityManager } from 'typeorm'
import {
  cleanLine,
  eleccionesRetiradas,
  faltaDeBloqueo,
  previstoDerecho,
  type ActoDerecho,
  type Derecho,
  type EfectoDerecho,
  type EfectoPrevisto,
  type EleccionConsentimiento,
  type ReglasDerecho,
  type SentidoDerecho,
  type SurteDerecho,
  type Actos,
} from '@conoceles/domain'
import type { Acts } from '../../bitacora/index.ts'
import type { BloqueosPorDerechoService } from '../../publicacion/bloqueos/index.ts'
import type { ConsentimientosService } from '../../captura/consentimientos/index.ts'
import { suprimirIdentidad } from '../../captura/index.ts'
import { datosBloqueados, type Quien } from '../../../shared/act.ts'
import { toDate, toIso } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import { readRevocables } from './efectuable.ts'
import { invalida } from './errores.ts'
import { findCorreccion, listCorrecciones } from './correcciones.queries.ts'
import { blockedUntil, countedUntil, isTyped } from './reglas.ts'
import type { SolicitudDerecho } from './solicitud-derecho.entity.ts'

/** Fields that an act needs besides its text, by the right that it makes effective. */
export interface Efectuar {
  acto: ActoDerecho
  /** Oposición: how it takes effect. */
  surte?: SurteDerecho
  /** Oposición: choices that she stops authorising. */
  retira?: EleccionConsentimiento[]
  /** Oposición: claves of the data that are no longer shown in public. */
  campos?: string[]
  /** Costs, in pesos. */
  monto?: string
  /** Rectificación done outside the system: the datum that she asked to correct. */
  dato?: string
  /** Rectificación: number of the act of the bitácora by which it was corrected. */
  correccion?: number
  /** Cancelación: last day of the block, where the law fixes no number of days. */
  bloqueaHasta?: string
}

interface Acto {
  tx: EntityManager
  quien: Quien
  row: SolicitudDerecho
  pedido: Efectuar
  /** Sense of an answer; null: the act is not one. */
  sentido: SentidoDerecho | null
  reglas: ReglasDerecho
}

/**
 * Carries out the effects of an act on a request, in its transaction, and tells the changes: no acuse signs a change that did not happen.
 */
export class EfectosDerechoService {
  constructor(
    private readonly deps: Pick<Deps, 'clock'>,
    private readonly services: { acts: Acts; consentimientos: ConsentimientosService; ocultos: BloqueosPorDerechoService },
  ) {}

  async apply(acto: Acto): Promise<EfectoDerecho | null> {
    return (await this.actos[acto.pedido.acto]?.(acto)) ?? null
  }

  private readonly actos: Partial<Record<ActoDerecho, (acto: Acto) => Promise<EfectoDerecho | null>>> = {
    responder: (acto) => this.responder(acto),
    proponer_efectivo: (acto) => this.proponer(acto),
    hacer_efectivo: (acto) => this.efectos[acto.row.derecho](acto),
    informar_costos: ({ pedido }) => Promise.resolve(costoOf(pedido)),
    suprimir: async (acto) => ({ llaves: await this.suprimir(acto) }),
    desistir: (acto) => this.soltar(acto),
    no_confirmar: (acto) => this.soltar(acto),
    anular: (acto) => this.soltar(acto),
  }

  /** Data that were proposed to be hidden stay as they are. */
  private async soltar({ tx, quien, row }: Acto): Promise<null> {
    await this.services.ocultos.rechazar(tx, quien, row.folio)
    return null
  }

  /** An oposición that is granted says at once how it takes effect: no answer promises more than can be done. */
  private async responder(acto: Acto): Promise<EfectoDerecho | null> {
    if (acto.row.derecho !== 'oposicion' || acto.sentido === 'improcedente') return null
    return { previsto: await this.prever(acto) }
  }

  private async proponer(acto: Acto): Promise<EfectoDerecho> {
    const { tx, quien, row } = acto
    if (row.derecho === 'cancelacion') return proposedBlock(acto)
    await this.services.ocultos.rechazar(tx, quien, row.folio)
    if (row.derecho !== 'oposicion') return { previsto: { surte: 'fuera', dato: datoOf(acto.pedido) } }
    const previsto = await this.prever(acto)
    const claves = (previsto.campos ?? []).map(({ clave }) => clave)
    await this.services.ocultos.proponer(tx, quien, { candidaturaId: row.candidaturaId, folio: row.folio, claves })
    return { previsto }
  }

  private async prever(acto: Acto): Promise<EfectoPrevisto> {
    const { surte } = acto.pedido
    if (!surte) throw invalida('surte', 'Diga cómo surte efecto.')
    return this.previstos[surte](acto)
  }

  private readonly previstos: Record<SurteDerecho, (acto: Acto) => Promise<EfectoPrevisto>> = {
    fuera: () => Promise.resolve({ surte: 'fuera' }),
    consentimiento: async ({ tx, row, pedido }) => {
      const may = await readRevocables(tx, row.candidaturaId)
      if (may.length === 0) throw invalida('surte', 'La persona no autoriza nada hoy: elija otra forma en que surte efecto.')
      const retira = eleccionesRetiradas(may, pedido.retira ?? [])
      if (retira.length === 0) throw invalida('retira', 'Elija qué deja de autorizar la persona.')
      return { surte: 'consentimiento', retira }
    },
    dato: async ({ tx, row, pedido }) => {
      const all = await this.services.ocultos.campos(tx, row.candidaturaId)
      const campos = all.filter(({ clave }) => pedido.campos?.includes(clave)).map(({ clave, titulo }) => ({ clave, titulo }))
      if (campos.length === 0) throw invalida('campos', 'Elija qué deja de mostrarse en público.')
      return { surte: 'dato', campos }
    },
  }

  private readonly efectos: Record<Derecho, (acto: Acto) => Promise<EfectoDerecho>> = {
    acceso: ({ row: { reunidaEn, reunidaSha256 } }) =>
      Promise.resolve(reunidaEn === null ? {} : { entrega: { en: toIso(reunidaEn), sha256: reunidaSha256 ?? '' } }),
    rectificacion: (acto) => (previstoDerecho(acto.row) && acto.pedido.correccion === undefined ? fueraOf(acto) : correccionOf(acto)),
    oposicion: (acto) => this.oponer(acto),
    cancelacion: (acto) => this.cancelar(acto),
  }

  private async cancelar(acto: Acto): Promise<EfectoDerecho> {
    // From the legal block of the proceso on her data are blocked, and nobody reads her authorised data.
    if (await datosBloqueados(acto.tx)) return { llaves: await this.suprimir(acto) }
    const hasta = blockedUntil(acto)
    // Before her authorisation is withdrawn: a withdrawal destroys data that are not blocked.
    const hecho = hasta === null ? { llaves: await this.suprimir(acto) } : await this.bloquear(acto, hasta)
    return { retira: await this.retirar(acto, null), ...hecho }
  }

  private async oponer(acto: Acto): Promise<EfectoDerecho> {
    const { tx, quien, row, pedido } = acto
    const previsto = previstoDerecho(row)
    // A request that was answered before answers announced their effect is told it now.
    if (previsto === null) return this.oponerElegido(acto, pedido.retira ?? [])
    if (previsto.surte === 'fuera') return { fuera: true }
    if (previsto.surte === 'consentimiento') return { retira: await this.retirarDe(acto, previsto.retira ?? []) }
    await this.services.ocultos.confirmar(tx, quien, row.folio)
    return { oculta: previsto.campos ?? [] }
  }

  private async oponerElegido(acto: Acto, retira: readonly EleccionConsentimiento[]): Promise<EfectoDerecho> {
    if (retira.length === 0) throw invalida('retira', 'Elija qué deja de autorizar la persona.')
    return { retira: await this.retirarDe(acto, retira) }
  }

  /** Those that she still authorises. */
  private async retirarDe(acto: Acto, retira: readonly EleccionConsentimiento[]): Promise<EleccionConsentimiento[]> {
    const may = await readRevocables(acto.tx, acto.row.candidaturaId)
    return this.retirar(acto, eleccionesRetiradas(may, retira))
  }

  private async retirar({ tx, quien, row }: Acto, revoca: EleccionConsentimiento[] | null): Promise<EleccionConsentimiento[]> {
    const { candidaturaId, recibida: recibidaEl, folio } = row
    return this.services.consentimientos.revocaciones.retirarPorDerecho(tx, quien, { candidaturaId, revoca, recibidaEl, folio })
  }

  private async bloquear(acto: Acto, hasta: string): Promise<EfectoDerecho> {
    const { tx, row, reglas } = acto
    await tx.query(
      'insert into identidad.bloqueada (candidatura_id, desde, hasta, motivo) values ($1, $2, $3, $4) on conflict (candidatura_id) do nothing',
      [row.candidaturaId, reglas.hoy, hasta, row.folio],
    )
    await this.tell(acto, 'identidad.bloqueada', { motivo: row.folio, hasta })
    return { bloqueaHasta: hasta }
  }

  private async suprimir(acto: Acto): Promise<number> {
    const { tx, row } = acto
    const en = toDate(this.deps.clock.now())
    const { llaves } = await suprimirIdentidad(tx, { candidaturas: [row.candidaturaId], motivo: row.folio, en })
    await this.tell(acto, 'identidad.suprimida', { motivo: row.folio, llaves })
    return llaves
  }

  private tell<K extends 'identidad.bloqueada' | 'identidad.suprimida'>(acto: Acto, nombre: K, detalle: Actos[K]): Promise<void> {
    const objeto = { tipo: 'candidatura', id: acto.row.candidaturaId }
    return this.services.acts.record(acto.tx, acto.quien, { acto: nombre, objeto, detalle })
  }
}

function costoOf({ monto = '' }: Efectuar): EfectoDerecho {
  const costo = monto.trim()
  if (!/^\d{1,7}(\.\d{2})?$/.test(costo)) throw invalida('monto', 'Escriba cuánto, en pesos: por ejemplo 120 o 120.50.')
  return { costo: costo.includes('.') ? costo : `${costo}.00` }
}

function proposedBlock(acto: Acto): EfectoDerecho {
  const { row, reglas } = acto
  const hasta = isTyped(reglas) ? typedUntil(acto) : countedUntil(row, reglas)
  return hasta === null ? {} : { bloqueoPropuesto: hasta }
}

function typedUntil({ pedido: { bloqueaHasta }, row, reglas }: Acto): string {
  if (!bloqueaHasta) throw invalida('bloqueaHasta', 'Diga hasta qué día se conservan bloqueados.')
  const falta = faltaDeBloqueo(bloqueaHasta, row, reglas)
  if (falta !== null) throw invalida('bloqueaHasta', `Elija un día posterior: el bloqueo ${falta}`)
  return bloqueaHasta
}

function datoOf({ dato: typed }: Efectuar): string {
  const dato = cleanLine(typed ?? '')
  if (dato === '') throw invalida('dato', 'Diga qué dato se pidió corregir.')
  return dato
}

/** No words make a datum another one: where nothing of hers changed here since she asked, its history says so. */
async function fueraOf({ tx, row }: Acto): Promise<EfectoDerecho> {
  const dato = previstoDerecho(row)?.dato
  const changed = (await listCorrecciones(tx, row)).length > 0
  return { fuera: true, ...(dato !== undefined && !changed && { sigueIgual: dato }) }
}

async function correccionOf({ tx, row, pedido }: Acto): Promise<EfectoDerecho> {
  if (pedido.correccion === undefined) throw invalida('correccion', 'Elija la corrección que se hizo.')
  const found = await findCorreccion(tx, row, pedido.correccion)
  if (!found) throw invalida('correccion', 'No es una corrección de esta persona hecha después de que se recibió la solicitud.')
  return { correccion: { que: found.que, en: found.en } }
}
