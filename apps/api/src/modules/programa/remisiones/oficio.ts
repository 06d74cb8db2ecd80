import { membreteDe, type MembretePack } from '@conoceles/domain'
import type { Emisor } from '../../intercambio/exportaciones/index.ts'
import { toCarta } from '../../../shared/documentos/institucional/carta.ts'
import { conMarca, faltasDePapel, type Constancia } from '../../../shared/documentos/institucional/papel.ts'
import { diaEnPalabras, instanteEnPalabras, retrasoEnPalabras } from '../../../shared/documentos/fechas.ts'
import type { PdfBlock, PdfDocument, PdfFact } from '../../../shared/documentos/pdf/model.ts'
import { MEDIOS, nombreDe } from './remision-en-palabras.ts'
import type { RemisionDto } from './remisiones.dto.ts'

/** Issuer, and the letterhead of the proceso. */
export type PapelOficio = Emisor & { membrete: MembretePack | undefined }

/** The oficio as a letter; while its paper is not fit to be signed it says BORRADOR, and `faltas` say why. */
export function toOficio(remision: RemisionDto, papel: PapelOficio): PdfDocument {
  const letter = letterOf(remision, papel)
  const draft = remision.estatus === 'preparada' && faltasDeOficio(remision, papel).length > 0
  return draft ? conMarca(letter, 'BORRADOR') : letter
}

/** Why its paper is not fit to be signed, as sentences. */
export function faltasDeOficio(remision: RemisionDto, papel: PapelOficio): string[] {
  const sinFirma = remision.remitente.nombre === '' ? ['Falta el nombre de quien firma.'] : []
  return [...faltasDePapel(letterOf(remision, papel)), ...sinFirma]
}

function letterOf(remision: RemisionDto, { instituto, proceso, simulacro, zona, membrete }: PapelOficio): PdfDocument {
  const { numero, lugar, fecha, asunto, destinatario, atencion, cuerpo, remitente, copias, anexos, iniciales, estatus, envio } = remision
  return toCarta(
    {
      ...{ titulo: `Oficio ${numero}`, numero: `OFICIO ${numero}`, lugar, fecha, asunto, atencion, copias, iniciales },
      destinatarios: [destinatario],
      cuerpo: cuerpo.split(/\n{2,}/).map((text): PdfBlock => ({ type: 'paragraph', text })),
      firmas: [remitente],
      anexos: anexos.map(({ documento, nombre }) => documento ?? nombre),
      marcas: [...(estatus === 'anulada' ? ['ANULADO'] : []), ...(simulacro ? ['SIMULACRO, sin valor legal'] : [])],
      constancia: { archivos: anexos, facts: proofOf(remision, zona) },
      creadaEn: envio?.registradoEn ?? remision.preparadaEn,
    },
    { membrete: membreteDe(membrete, { instituto: instituto.nombre, dia: fecha }), instituto: instituto.nombre, proceso },
  )
}

/** When and how it was sent, and whether that was in time. */
function proofOf({ envio, acuse, anulacion, entregables }: RemisionDto, zona: string): Constancia['facts'] {
  if (envio === null) return []
  const when = (instant: string) => instanteEnPalabras(instant, zona)
  return [
    { label: 'Enviado', text: `${when(envio.enviadaEn)}, por ${MEDIOS[envio.medio]}` },
    ...(anulacion ? [{ label: 'Anulado', text: `${when(anulacion.anuladaEn)}. ${anulacion.motivo}` }] : entregables.map(toTerm)),
    { label: 'Acuse de recepción', text: acuse ? `${when(acuse.recibidaEn)}; folio ${acuse.folio}` : 'todavía no' },
    { label: 'Folio del envío', text: envio.folio },
  ]
}

/** In time, or late by how much. */
function toTerm(entregable: RemisionDto['entregables'][number]): PdfFact {
  const { numero, hito } = entregable
  const label = `${numero} ${nombreDe(entregable)}`
  if (hito?.vence == null) return { label, text: 'sin fecha de vencimiento' }
  const end = `vencía el ${diaEnPalabras(hito.vence)} a las 23:59:59`
  return {
    label,
    text: `${end}; ${hito.retrasoMinutos === null ? 'remitido en tiempo' : `remitido tarde, por ${retrasoEnPalabras(hito.retrasoMinutos)}`}`,
  }
}
