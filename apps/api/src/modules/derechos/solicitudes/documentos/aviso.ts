import { longDate } from '@conoceles/domain'
import type { PdfBlock } from '../../../../shared/documentos/pdf/model.ts'

/** The aviso de privacidad in force, as the papers of a request tell it. */
export interface AvisoDePapel {
  version: number
  vigenteDesde: string
  finalidades: readonly { texto: string; decision: string | null }[]
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
  ]
}
