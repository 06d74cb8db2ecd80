import { parseMarkdown, type MarkdownBlock, type TipoAviso } from '@conoceles/domain'
import { diaEnPalabras } from '../../../shared/documentos/fechas.ts'
import { markdownBlocks, textOf } from '../../../shared/documentos/markdown.ts'
import type { PdfDocument, PdfFact } from '../../../shared/documentos/pdf/model.ts'
import type { AvisoPrivacidad } from './aviso-privacidad.entity.ts'

/** Letterhead of the institute. */
export interface MembreteAviso {
  instituto: string
  proceso: string
  simulacro: boolean
  /** Instant of the file, ISO 8601: the same version is the same bytes. */
  en: string
}

const SIMULACRO = 'Simulacro: este aviso es de un ensayo con personas ficticias.'

/** A version of the aviso as it is printed. */
export function toDocumentoAviso(aviso: AvisoPrivacidad, tipo: TipoAviso, membrete: MembreteAviso): PdfDocument {
  const { title, blocks } = titled(parseMarkdown(aviso[tipo]))
  return {
    title: title ?? `Aviso de privacidad ${tipo}`,
    institute: membrete.instituto,
    proceso: membrete.proceso,
    foot: `Aviso de privacidad ${tipo} · versión ${aviso.version}${membrete.simulacro ? ' · simulacro' : ''}`,
    notice: membrete.simulacro ? SIMULACRO : null,
    createdAt: membrete.en,
    orientation: 'portrait',
    blocks: [
      ...markdownBlocks(blocks),
      { type: 'heading', level: 2, text: 'Sobre esta versión' },
      { type: 'facts', facts: factsOf(aviso) },
      { type: 'page' },
      { type: 'heading', level: 2, text: 'Constancia de integridad' },
      { type: 'facts', facts: [{ label: 'Huella de ambos textos (SHA-256)', text: aviso.sha256 }] },
    ],
  }
}

/** Its first title is that of the document. */
function titled(all: MarkdownBlock[]): { title: string | null; blocks: MarkdownBlock[] } {
  const [first, ...rest] = all
  return first?.type === 'heading' && first.level === 1 ? { title: textOf(first.children), blocks: rest } : { title: null, blocks: all }
}

function factsOf({ version, vigenteDesde, aprobacion, ley }: AvisoPrivacidad): PdfFact[] {
  return [
    { label: 'Versión', text: String(version) },
    { label: 'Vigente desde', text: diaEnPalabras(vigenteDesde) },
    ...aprobadoPor(aprobacion),
    ...(ley ? [{ label: 'Ley que regía', text: `${ley.nombre}, publicada el ${ley.identifica}` }] : []),
  ]
}

/** An approval that nobody confirmed is told on the screen of the institute, and is not on the paper. */
function aprobadoPor({ organo, fecha, sesion, acta }: AvisoPrivacidad['aprobacion']): PdfFact[] {
  if (!fecha) return []
  const aprobo = { label: 'Aprobó', text: [organo, ...(sesion ? [sesion] : []), diaEnPalabras(fecha)].join(', ') }
  return [aprobo, ...(acta ? [{ label: 'Acta', text: acta }] : [])]
}
