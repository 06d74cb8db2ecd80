import { diaEnPalabras } from '../../shared/documentos/fechas.ts'
import type { PdfBlock } from '../../shared/documentos/pdf/model.ts'
import type { CandidaturaPublicaDto } from '../lectura/index.ts'
import { fraseDe, PALABRAS } from './ficha-en-palabras.ts'

type Seccion = CandidaturaPublicaDto['secciones'][number]
type Campo = Seccion['campos'][number]

interface Frases {
  /** Puts the institute's siglas in their place. */
  conSiglas: (text: string) => string
  /** The card says already that nothing is verified yet. */
  dicha: boolean
}

/** One section as its page shows it: its answers, or in their place why there are none. */
export function seccionBlocks(seccion: Seccion, frases: Frases): PdfBlock[] {
  const { titulo, estatus, verificadaEn, campos } = seccion
  const heading: PdfBlock = { type: 'heading', level: 2, text: titulo }
  if (estatus !== 'publicada') return [heading, { type: 'paragraph', text: whyNot(seccion, frases) }]
  const pending: PdfBlock = { type: 'paragraph', text: `${frases.conSiglas(PALABRAS.sinVerificar)}.` }
  const answers = campos.some(({ tipo }) => tipo === 'parrafos') ? longAnswers(campos, frases) : shortAnswers(campos, frases)
  return [heading, ...(verificadaEn === null && !frases.dicha ? [pending] : []), ...answers]
}

/** A pause says soberly why, and when it ends. */
function whyNot({ estatus, pausa }: Seccion, { conSiglas }: Frases): string {
  const reason = conSiglas(fraseDe(PALABRAS.seccion, estatus))
  if (!pausa) return reason
  const end = pausa.hasta ? `La pausa termina el ${diaEnPalabras(pausa.hasta)}.` : conSiglas(PALABRAS.pausaAbierta)
  return [reason, ...(pausa.motivo ? [`${pausa.motivo}.`] : []), end].join(' ')
}

function longAnswers(campos: readonly Campo[], frases: Frases): PdfBlock[] {
  return campos.flatMap((campo): PdfBlock[] => {
    const lines = linesOf(campo)
    const heading: PdfBlock = { type: 'heading', level: 3, text: campo.titulo }
    if (lines.length === 0) return [heading, { type: 'paragraph', text: blankOf(campo, frases) }]
    if (campo.tipo === 'lista' || campo.tipo === 'temas') return [heading, { type: 'list', ordered: false, items: lines }]
    return [heading, ...lines.map((text): PdfBlock => ({ type: 'paragraph', text }))]
  })
}

/** Optional short data that nobody gave are told once and together. */
function shortAnswers(campos: readonly Campo[], frases: Frases): PdfBlock[] {
  const isMissing = ({ blanco }: Campo) => blanco === 'no_proporcionada'
  const missing = campos.filter(isMissing).map(({ titulo }) => titulo)
  const facts = campos
    .filter((campo) => !isMissing(campo))
    .map((campo) => ({ label: campo.titulo, text: linesOf(campo).join('\n') || blankOf(campo, frases) }))
  if (missing.length > 0) facts.push({ label: PALABRAS.sinDato, text: missing.join(', ') })
  return facts.length > 0 ? [{ type: 'facts', facts }] : []
}

function blankOf({ blanco, tipo }: Campo, { conSiglas }: Frases): string {
  if (tipo === 'temas' && blanco === 'no_proporcionada') return PALABRAS.sinTemas
  return conSiglas(fraseDe(PALABRAS.blanco, blanco ?? 'sin_captura'))
}

/** The value as lines: paragraphs of a text, items of a list. */
function linesOf({ valor }: Campo): string[] {
  const lines = Array.isArray(valor) ? valor.map(String) : String(valor ?? '').split(/\n+/)
  return lines.map((line) => line.trim()).filter((line) => line !== '')
}
