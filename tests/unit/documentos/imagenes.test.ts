import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeDocx } from '../../../apps/api/src/shared/documentos/docx/docx.ts'
import { renderPdf } from '../../../apps/api/src/shared/documentos/pdf/pdf.ts'
import { officeOf, saveAgain } from '../../support/libreoffice.ts'
import { readPdf } from '../../support/pdf.ts'
import { comparar } from './imagenes.ts'
import { DOCUMENTOS } from './mundo.ts'

// Another program is started: on a busy machine that takes its time.
jest.setTimeout(120_000)

const DPI = 50
const folder = resolve(__dirname, 'referencias')
const diferencias = resolve(__dirname, '../../../.cache/documentos')
const aceptar = process.env['ACEPTAR_DOCUMENTOS'] === 'si'
const ACEPTE = 'Mire las tres imágenes de .cache/documentos; si el cambio es bueno, `npm run documentos -- --aceptar`.'

beforeAll(() => rmSync(diferencias, { recursive: true, force: true }))

const judge = async (place: 'pdf' | 'docx', nombre: string, pages: Buffer[]) => {
  const told = await comparar(nombre, pages, {
    referencias: resolve(folder, place, nombre),
    diferencias: resolve(diferencias, place),
    aceptar,
  })
  expect(told.length === 0 ? told : [...told, ACEPTE]).toEqual([])
}

it.each(Object.entries(DOCUMENTOS))('the PDF of %s looks as it was accepted', async (nombre, document) => {
  await judge('pdf', nombre, readPdf.grayPages(renderPdf(document), DPI))
})

describe('the editable document, as the office program shows it', () => {
  const machine = resolve(folder, 'docx/maquina.txt')
  const here = officeOf('Times New Roman')
  const known = existsSync(machine) ? readFileSync(machine, 'utf8') : ''

  beforeAll(() => {
    if (!aceptar || here === null) return
    mkdirSync(resolve(folder, 'docx'), { recursive: true })
    writeFileSync(machine, here)
  })

  // Another version of the program, or other typefaces, break lines elsewhere: its pictures are no reference there.
  const comparable = here !== null && (aceptar || here === known)
  const judged = comparable ? it.each(Object.entries(DOCUMENTOS)) : it.skip.each(Object.entries(DOCUMENTOS))
  judged('the DOCX of %s looks as it was accepted', async (nombre, document) => {
    await judge('docx', nombre, readPdf.grayPages(saveAgain(await writeDocx(document), 'docx', 'pdf'), DPI))
  })
})
