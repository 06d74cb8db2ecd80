import { LevelFormat, SimpleField, TextRun, type INumberingOptions, type ParagraphChild } from 'docx'
import type { PdfRun } from '../pdf/model.ts'
import { fits } from './fields.ts'

/** A text as a field of the document: with another value in its properties it is refreshed, in any surroundings. */
export function fieldOr(text: string, name: string | null | undefined): ParagraphChild {
  return name == null || !fits(text) ? new TextRun(text) : new SimpleField(`DOCPROPERTY "${name}"`, text)
}

/** A stretch in bold or italics, where it is so. */
export function toRun({ text, strong, em }: PdfRun): TextRun {
  return new TextRun({ text, ...(strong && { bold: true }), ...(em && { italics: true }) })
}

const hung = { paragraph: { indent: { left: 425, hanging: 340 } } }

/** Lists of the office program: whoever edits one gets the next number. */
export const NUMBERING: INumberingOptions = {
  config: [
    { reference: 'vinetas', levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', style: hung }] },
    { reference: 'numeros', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', style: hung }] },
  ],
}
