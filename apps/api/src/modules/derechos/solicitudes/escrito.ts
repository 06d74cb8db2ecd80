import { ACTOS_DEL_ESCRITO, cartaDe, cartasPorNotificar, razonesContraDerecho, type ReglasDerecho } from '@conoceles/domain'
import type { Hecho, SolicitudDerecho } from './solicitud-derecho.entity.ts'
import { isOpen, situacionOf } from './view.ts'

interface Acto {
  row: SolicitudDerecho
  hecho: Omit<Hecho, 'folio'>
}

/** Whether an act on a request holds for another of its letter: a letter is prevented, attended and told once. */
export function valeEn(de: Acto, reglas: ReglasDerecho): (otra: SolicitudDerecho) => boolean {
  const { acto, oficio, corrige } = de.hecho
  if (acto === 'notificar') return (otra) => seNotificaJunta(de, otra)
  if (acto === 'corregir') return ({ hechos }) => hechos.some(({ folio }) => folio === corrige)
  if (acto === 'emitir') return ({ hechos }) => hechos.some(({ folio }) => folio === oficio?.de)
  return (otra) => seHaceJunta(de, otra, reglas)
}

function seHaceJunta({ row, hecho: { acto } }: Acto, otra: SolicitudDerecho, reglas: ReglasDerecho): boolean {
  if (!ACTOS_DEL_ESCRITO.includes(acto) || !isOpen(otra)) return false
  const prevenida = row.hechos.find((each) => each.acto === 'prevenir')
  if (acto !== 'prevenir' && !comparten(otra, prevenida)) return false
  return razonesContraDerecho(acto, situacionOf(otra), reglas).length === 0
}

function seNotificaJunta({ row, hecho: { notificacion } }: Acto, otra: SolicitudDerecho): boolean {
  const written = row.hechos.findLast(({ acto }) => cartaDe(acto) === notificacion?.carta)
  return comparten(otra, written) && cartasPorNotificar(otra.hechos).some(({ carta }) => carta === notificacion?.carta)
}

/** An act of the letter has one acuse in each of its requests. */
function comparten({ hechos }: SolicitudDerecho, hecho: Hecho | undefined): boolean {
  return hecho !== undefined && hechos.some(({ folio }) => folio === hecho.folio)
}

/** Requests that the letter of an act answers at once, by their folios; of an act that is being written, those for which it would hold. */
export function escritoDe(
  row: SolicitudDerecho,
  hermanas: readonly SolicitudDerecho[],
  { hecho, reglas }: { hecho: Hecho | undefined; reglas: ReglasDerecho },
): SolicitudDerecho[] {
  if (hecho === undefined) return [row]
  const before = { ...row, hechos: row.hechos.filter((each) => each !== hecho) }
  const holds = hecho.folio === '' ? valeEn({ row: before, hecho }, reglas) : (otra: SolicitudDerecho) => comparten(otra, hecho)
  return [row, ...hermanas.filter(holds)].toSorted((a, b) => a.folio.localeCompare(b.folio))
}
