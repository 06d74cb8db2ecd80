import { motivoLecturaEnPalabras, nombreActo, NOMBRES_ROL } from '@conoceles/domain'
import { instanteEnPalabras } from '../../../../shared/documentos/fechas.ts'
import type { PdfBlock } from '../../../../shared/documentos/pdf/model.ts'
import type { LecturaDto } from '../../../captura/index.ts'

/** An act on her data in words: its instant, its name and the charge of the account that did it. */
export interface ActoDicho {
  en: string
  acto: string
  cargo: string
}

/** A reading of her identity answers, without the name of the reader: her screen has it. */
export type LecturaDicha = Omit<LecturaDto, 'nombre'>

/** Acts that were done with her data, and readings of her identity answers with their purpose. */
export function bitacoraBlocks({
  actos,
  lecturas,
  zona,
}: {
  actos: readonly ActoDicho[]
  lecturas: readonly LecturaDicha[]
  zona: string
}): PdfBlock[] {
  return [
    { type: 'heading', level: 2, text: 'Quién leyó sus respuestas de identidad' },
    lecturas.length === 0
      ? { type: 'paragraph', text: 'Nadie las ha leído, además de usted.' }
      : table(['Cuándo', 'Quién', 'Para qué'], lecturas.map((each) => [dayOf(each, zona), readerOf(each), whyOf(each)])), // prettier-ignore
    { type: 'heading', level: 2, text: 'Actos sobre sus datos' },
    actos.length === 0
      ? { type: 'paragraph', text: 'La bitácora no tiene actos sobre usted.' }
      : table(['Cuándo', 'Qué se hizo', 'Quién'], actos.map(({ en, acto, cargo }) => [instanteEnPalabras(en, zona), acto, cargo])), // prettier-ignore
  ]
}

function table([first = '', second = '', third = '']: readonly string[], rows: string[][]): PdfBlock {
  return {
    type: 'table',
    columns: [
      { title: first, width: 2 },
      { title: second, width: 2.5 },
      { title: third, width: 2.5 },
    ],
    rows,
  }
}

function dayOf({ ultimaEn, veces }: LecturaDicha, zona: string): string {
  const last = instanteEnPalabras(ultimaEn, zona)
  return veces > 1 ? `${last} (${veces} veces ese día)` : last
}

function readerOf({ rol, actorPolitico }: LecturaDicha): string {
  return `${NOMBRES_ROL[rol]}, ${actorPolitico ?? 'del Instituto'}`
}

function whyOf({ acto, motivo, explicacion }: LecturaDicha): string {
  const why = motivo === null ? nombreActo(acto) : motivoLecturaEnPalabras(motivo)
  return explicacion ? `${why}: ${explicacion}` : why
}
