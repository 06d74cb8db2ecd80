import { efectoEnPalabras, longDate, type Derecho, type ReglasDerecho, type SentidoDerecho } from '@conoceles/domain'
import type { Emisor } from '../../intercambio/exportaciones/index.ts'
import type { PdfBlock, PdfDocument } from '../../../shared/documentos/pdf/model.ts'
import type { FundamentoPapel } from './fundamento.ts'
import { respuestaDe } from './respuesta.ts'
import type { Hecho, SolicitudDerecho } from './solicitud-derecho.entity.ts'

/** Texts of the letter that answers. */
export interface PapelOficio {
  emisor: Emisor
  row: SolicitudDerecho
  persona: string
  reglas: ReglasDerecho
  fundamento: FundamentoPapel
  lugar: string
  /** Instant of the legal clock, in ISO form. */
  hechoEl: string
  /** Its answer is not recorded yet. */
  borrador: boolean
}

/** The letter by which it is answered, to be numbered and signed by the Unidad. Its number comes from the book of the Unidad. */
export function toOficioRespuesta(papel: PapelOficio): PdfDocument {
  const { emisor, row, borrador, hechoEl } = papel
  const marks = [...(borrador ? ['BORRADOR'] : []), ...(emisor.simulacro ? ['SIMULACRO, sin valor legal'] : [])]
  return {
    title: `Oficio de respuesta a la solicitud ${row.folio}`,
    letter: true,
    institute: emisor.instituto.nombre,
    proceso: emisor.proceso,
    foot: [...marks, `Unidad de Transparencia · ${row.folio}`].join(' · '),
    notice: noticeOf(papel),
    // The letter of a recorded answer is the same file each time.
    createdAt: borrador ? hechoEl : `${respuestaDe(row)?.fecha ?? ''}T18:00:00Z`,
    orientation: 'portrait',
    blocks: letterOf(papel),
  }
}

function noticeOf({ borrador, emisor: { simulacro } }: PapelOficio): string | null {
  const parts = [
    ...(borrador ? ['BORRADOR: la respuesta todavía no se registra. No se firma ni se entrega.'] : []),
    ...(simulacro ? ['Simulacro: todas las personas de este documento son ficticias.'] : []),
  ]
  return parts.join(' ') || null
}

function letterOf(papel: PapelOficio): PdfBlock[] {
  const { emisor, row, persona, reglas, lugar } = papel
  const respuesta = respuestaDe(row)
  const dia = longDate(respuesta?.fecha ?? reglas.hoy)
  const body = [openingOf(papel), ...answerOf(respuesta, papel)]
  return [
    {
      ...{ type: 'lines', align: 'end', strong: false },
      lines: [
        `${lugar}, a ${dia}`,
        'Oficio: ____________',
        `Asunto: Se responde su solicitud de ${NOMBRE[row.derecho]}, folio ${row.folio}`,
      ],
    },
    { type: 'lines', align: 'start', strong: true, lines: addresseeOf(row, persona) },
    ...body.map((text): PdfBlock => ({ type: 'paragraph', text })),
    { type: 'paragraph', text: 'Sin otro particular, le envío un cordial saludo.', keep: true },
    { type: 'lines', align: 'start', strong: true, lines: ['ATENTAMENTE'], keep: true },
    { type: 'signature', lines: [...signerOf(respuesta), emisor.instituto.nombre] },
    { type: 'lines', align: 'start', strong: false, lines: [`C.c.p. Expediente ${row.folio}. Archivo / Minutario.`] },
  ]
}

function addresseeOf({ representante, domicilio }: SolicitudDerecho, persona: string): string[] {
  const through = representante === null ? [] : [`Por conducto de ${representante}`]
  return [persona.toUpperCase(), ...through, ...(domicilio === null ? [] : [domicilio]), 'P R E S E N T E']
}

function signerOf(respuesta: Hecho | null): string[] {
  return respuesta?.firma ? [respuesta.firma.nombre, respuesta.firma.cargo] : ['Titular de la Unidad de Transparencia']
}

function openingOf({ row: { derecho, folio, recibida }, fundamento }: PapelOficio): string {
  return `Con fundamento en ${fundamento.cita}, y en atención a su solicitud de ${NOMBRE[derecho]} de datos personales con folio ${folio}, recibida el ${longDate(recibida)}, me permito comunicarle lo siguiente:`
}

function answerOf(respuesta: Hecho | null, papel: PapelOficio): string[] {
  if (respuesta === null) return []
  const { row, fundamento } = papel
  const { plazos } = papel.reglas
  const texts = respuesta.texto.split(/\n+/).filter((text) => text.trim() !== '')
  const previsto = respuesta.efecto ? efectoEnPalabras(respuesta.efecto, (en) => en) : []
  const recurso = plazos.recurrir?.dias
  return [
    ...leadOf(respuesta, row.derecho, texts[0] ?? ''),
    ...texts,
    ...previsto,
    ...(respuesta.sentido && respuesta.sentido !== 'improcedente'
      ? [`Se hará efectivo dentro de los ${plazos.hacerEfectivo.dias} días hábiles siguientes.`]
      : []),
    ...(recurso === undefined
      ? []
      : [
          `Si no está conforme, puede interponer el recurso de revisión${fundamento.recurso}ante la autoridad garante o ante esta Unidad de Transparencia, dentro de los ${recurso} días hábiles siguientes a la notificación de esta respuesta.`,
        ]),
  ]
}

/** The sense as a sentence, unless the typed answer begins by saying it. */
function leadOf({ acto, sentido }: Hecho, derecho: Derecho, first: string): string[] {
  if (/proced|competen|no presentad/i.test(first.slice(0, MOST_LEAD))) return []
  if (sentido) return [`Su solicitud de ${NOMBRE[derecho]} ${RESUELVE[sentido]}.`]
  return acto === 'declinar' ? ['Este Instituto no es competente para atender su solicitud.'] : ['Su solicitud se tiene por no presentada.']
}

const MOST_LEAD = 60

const NOMBRE: Record<Derecho, string> = {
  acceso: 'acceso',
  rectificacion: 'rectificación',
  cancelacion: 'cancelación',
  oposicion: 'oposición',
}
const RESUELVE: Record<SentidoDerecho, string> = {
  procedente: 'es procedente',
  parcial: 'es procedente en parte',
  improcedente: 'no es procedente',
}
