import { longDate, parseMarkdown, textoDeParte, type ReglasAvisoPack } from '@conoceles/domain'
import type { AvisoPrivacidad } from '../../../captura/avisos/index.ts'
import { markdownBlocks } from '../../../../shared/documentos/markdown.ts'
import type { PdfBlock } from '../../../../shared/documentos/pdf/model.ts'

/** The aviso de privacidad in force, as the papers of a request tell it. */
export interface AvisoDePapel {
  version: number
  vigenteDesde: string
  finalidades: readonly { texto: string; decision: string | null }[]
  /** Its own words on whom the data are transferred to, as Markdown; empty: it does not say. */
  transferencias: string
}

export function toAvisoDePapel(aviso: AvisoPrivacidad | null, { partes }: Pick<ReglasAvisoPack, 'partes'>): AvisoDePapel | null {
  if (aviso === null) return null
  const { version, vigenteDesde, finalidades, integral } = aviso
  const parte = partes.find(({ clave }) => clave === 'transferencias')
  return { version, vigenteDesde, finalidades: finalidades ?? [], transferencias: parte ? textoDeParte(integral, parte) : '' }
}

/** Purposes of her data, their recipients, and the version of the aviso that says so. */
export function avisoBlocks({ aviso }: { aviso: AvisoDePapel | null }): PdfBlock[] {
  if (aviso === null) return []
  return [
    { type: 'heading', level: 2, text: 'Para qué se usan los datos y quién los recibe' },
    {
      type: 'paragraph',
      text: `Según la versión ${aviso.version} del aviso de privacidad, en vigor desde el ${longDate(aviso.vigenteDesde)}.`,
    },
    {
      type: 'table',
      columns: [
        { title: 'Finalidad', width: 4 },
        { title: 'Consentimiento', width: 2 },
      ],
      rows: aviso.finalidades.map(({ texto, decision }) => [
        texto,
        decision === null ? 'No lo necesita: lo ordena una norma' : 'Lo necesita',
      ]),
    },
    { type: 'paragraph', text: 'Los recibe el instituto y quien postula a la persona. Lo que ella autoriza publicar lo ve cualquiera.' },
    ...transferenciasOf(aviso),
  ]
}

function transferenciasOf({ transferencias }: AvisoDePapel): PdfBlock[] {
  if (transferencias === '') return []
  return [{ type: 'paragraph', text: 'Sobre a quién se transfieren, el aviso dice:' }, ...markdownBlocks(parseMarkdown(transferencias), 2)]
}
