import type { Emisor } from '../../intercambio/exportaciones/index.ts'
import { diaEnPalabras, instanteEnPalabras, retrasoEnPalabras } from '../../../shared/documentos/fechas.ts'
import type { PdfBlock, PdfDocument, PdfFact } from '../../../shared/documentos/pdf/model.ts'
import { MEDIOS, nombreDe } from './remision-en-palabras.ts'
import type { PuestoDto, RemisionDto } from './remisiones.dto.ts'

/** The oficio as a letter; once sent, with the proof of when and how, and whether that was in time. */
export function toOficio(remision: RemisionDto, { instituto, proceso, simulacro, zona }: Emisor): PdfDocument {
  return {
    title: `Oficio ${remision.numero}`,
    institute: instituto.nombre,
    proceso,
    foot: [...(simulacro ? ['SIMULACRO, sin valor legal'] : []), `Oficio ${remision.numero}`].join(' · '),
    notice: noticeOf({ estatus: remision.estatus, simulacro }),
    createdAt: remision.envio?.registradoEn ?? remision.preparadaEn,
    orientation: 'portrait',
    blocks: [...letterOf(remision), ...annexesOf(remision), ...proofOf(remision, zona)],
  }
}

/** A prepared oficio carries no mark: this is the paper that will be signed. */
function noticeOf({ estatus, simulacro }: { estatus: string; simulacro: boolean }): string | null {
  const parts = [
    ...(estatus === 'anulada' ? ['ANULADO.'] : []),
    ...(simulacro ? ['SIMULACRO: este oficio es un ensayo y no tiene valor legal.'] : []),
  ]
  return parts.join(' ') || null
}

function letterOf({ lugar, fecha, asunto, destinatario, atencion, cuerpo, remitente, copias }: RemisionDto): PdfBlock[] {
  const lines = (texts: string[]): PdfBlock => ({ type: 'lines', align: 'start', strong: false, lines: texts })
  return [
    { type: 'lines', align: 'end', strong: false, lines: [`${lugar}, ${diaEnPalabras(fecha)}`, `Asunto: ${asunto}`] },
    { type: 'lines', align: 'start', strong: true, lines: [...linesOf(destinatario), 'Presente'] },
    ...(atencion ? [lines(withPrefix('Con atención a: ', linesOf(atencion)))] : []),
    ...cuerpo.split(/\n{2,}/).map((text): PdfBlock => ({ type: 'paragraph', text })),
    { type: 'signature', lines: [remitente.nombre, remitente.cargo].filter((text) => text !== '') },
    ...(copias.length > 0 ? [lines(['Con copia para:', ...copias])] : []),
  ]
}

function linesOf({ nombre, cargo, organo }: PuestoDto): string[] {
  return [nombre, cargo, organo].filter((text) => text !== '')
}

function withPrefix(prefix: string, [first = '', ...rest]: string[]): string[] {
  return [prefix + first, ...rest]
}

function annexesOf({ anexos }: RemisionDto): PdfBlock[] {
  if (anexos.length === 0) return []
  const columns = [
    { title: 'Anexo', width: 0.6 },
    { title: 'Documento', width: 3 },
    { title: 'Huella SHA-256', width: 3 },
  ]
  return [
    { type: 'heading', level: 2, text: 'Anexos' },
    { type: 'table', columns, rows: anexos.map(({ nombre, sha256 }, at) => [String(at + 1), nombre, sha256]) },
  ]
}

function proofOf({ envio, acuse, anulacion, entregables }: RemisionDto, zona: string): PdfBlock[] {
  if (envio === null) return []
  const when = (instant: string) => instanteEnPalabras(instant, zona)
  const facts: PdfFact[] = [
    { label: 'Enviado', text: `${when(envio.enviadaEn)}, por ${MEDIOS[envio.medio]}` },
    ...(anulacion ? [{ label: 'Anulado', text: `${when(anulacion.anuladaEn)}. ${anulacion.motivo}` }] : entregables.map(toTerm)),
    { label: 'Acuse de recepción', text: acuse ? `${when(acuse.recibidaEn)}; folio ${acuse.folio}` : 'todavía no' },
    { label: 'Folio del envío', text: envio.folio },
  ]
  return [
    { type: 'heading', level: 2, text: 'Constancia del envío' },
    { type: 'facts', facts },
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
