import type { EntityManager } from 'typeorm'
import {
  ACTOS_CON_OFICIO,
  cleanLine,
  emisionDe,
  faltaDeOficioEnPalabras,
  faltasDeOficio,
  porEmitir,
  type CampoCarta,
  type DatosOficio,
  type OficioEscrito,
} from '@conoceles/domain'
import { AppError } from '../../../shared/http/errors.ts'
import { listConNumero } from './derechos.queries.ts'
import { invalida } from './errores.ts'
import type { Escrito } from './pedido.ts'
import type { Hecho, SolicitudDerecho } from './solicitud-derecho.entity.ts'

export function firmaOf({ acto, firmante, cargoFirmante }: Escrito): Hecho['firma'] | null {
  const nombre = cleanLine(firmante ?? '')
  return nombre === '' || !(acto === 'emitir' || ACTOS_CON_OFICIO.includes(acto))
    ? null
    : { nombre, cargo: cleanLine(cargoFirmante ?? '') || 'Titular de la Unidad de Transparencia' }
}

/** Typed parts of the letter of an act; null: there are none. `seguros`: parts of which the pack is sure, of a letter that is issued. */
export function oficioOf(escrito: Escrito, row: SolicitudDerecho, seguros: (emitido: Hecho) => DatosOficio): OficioEscrito | null {
  const { acto } = escrito
  const typed = typedOf(escrito)
  if (acto === 'emitir') return emitidoOf(escrito, row, { seguros, typed })
  return ACTOS_CON_OFICIO.includes(acto) && Object.keys(typed).length > 0 ? typed : null
}

/** A letter is issued with all its parts. */
function emitidoOf(
  escrito: Escrito,
  row: SolicitudDerecho,
  { seguros, typed }: { seguros: (emitido: Hecho) => DatosOficio; typed: DatosOficio },
): OficioEscrito {
  const emitido = issuedOf(escrito, row)
  const before = emisionDe(row.hechos, emitido)
  const oficio = { ...seguros(emitido), ...before.oficio, ...typed }
  const firma = firmaOf(escrito) ?? before.firma
  demand(faltasDeOficio(emitido.acto, { ...oficio, firmante: firma?.nombre ?? '' }))
  return { ...oficio, de: emitido.folio }
}

function typedOf({ numeroOficio, fundamentoOficio, garanteOficio, domicilioOficio, horarioOficio }: Escrito): DatosOficio {
  const line = (text = '') => withoutStop(cleanLine(text))
  const [numero, fundamento, garante] = [line(numeroOficio), line(fundamentoOficio), line(garanteOficio)]
  const [domicilio, horario] = [line(domicilioOficio), line(horarioOficio)]
  return {
    ...(numero && { numero }),
    ...(fundamento && { fundamento }),
    ...(garante && { garante }),
    ...(domicilio && { domicilio }),
    ...(horario && { horario }),
  }
}

/** The sentence of the letter ends it. */
function withoutStop(text: string): string {
  return text.endsWith('.') ? text.slice(0, -1) : text
}

function issuedOf({ oficioDe }: Escrito, { hechos }: SolicitudDerecho): Hecho {
  const may = porEmitir(hechos)
  const [only, ...more] = may
  const found = oficioDe === undefined && more.length === 0 ? only : may.find(({ folio }) => folio === oficioDe)
  if (!found) throw invalida('oficioDe', 'Elija qué oficio se emite: uno que no se haya notificado.')
  return found
}

/** A number of the book of the Unidad is of one letter; a letter that got another in its place leaves it free. */
export async function demandNumero(tx: EntityManager, oficio: OficioEscrito | null): Promise<void> {
  const { numero, de } = oficio ?? {}
  if (numero === undefined) return
  const has = (hechos: readonly Hecho[], hecho: Hecho) =>
    ACTOS_CON_OFICIO.includes(hecho.acto) && hecho.folio !== de && emisionDe(hechos, hecho).oficio.numero === numero
  const taken = (await listConNumero(tx, numero)).find(({ hechos }) => hechos.some((hecho) => has(hechos, hecho)))
  if (taken) throw invalida('numeroOficio', `Ya lo tiene otro oficio, de la solicitud ${taken.folio}.`)
}

const CAMPO: Record<CampoCarta, string> = {
  numero: 'numeroOficio',
  fundamento: 'fundamentoOficio',
  garante: 'garanteOficio',
  domicilio: 'domicilioOficio',
  horario: 'horarioOficio',
  firmante: 'firmante',
}

function demand(faltas: readonly CampoCarta[]): void {
  if (faltas.length > 0)
    throw new AppError('entrada.invalida', {
      errors: faltas.map((campo) => ({ field: CAMPO[campo], reasons: [`Falta escribir ${faltaDeOficioEnPalabras(campo)}.`] })),
    })
}
