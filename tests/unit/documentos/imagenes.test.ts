import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeDocx } from '../../../apps/api/src/shared/documentos/docx/docx.ts'
import { renderPdf } from '../../../apps/api/src/shared/documentos/pdf/pdf.ts'
import { saveAgain, SOFFICE } from '../../support/libreoffice.ts'
import { comparar, pagesOf } from './imagenes.ts'
import { DOCUMENTOS } from './mundo.ts'

// Another program is started: on a busy machine that takes its time.
jest.setTimeout(120_000)

const folder = resolve(__dirname, 'referencias')
const diferencias = resolve(__dirname, '../../../.cache/documentos')
const aceptar = process.env['ACEPTAR_DOCUMENTOS'] === 'si'
const ACEPTE = 'Mire las tres imágenes de .cache/documentos; si el cambio es bueno, `npm run documentos -- --aceptar`.'

beforeAll(() => rmSync(diferencias, { recursive: true, force: true }))

const judge = async (place: 'pdf' | 'docx', nombre: string, pages: Buffer[]) => {
  const told = await comparar(nombre, pages, { referencias: resolve(folder, place), diferencias: resolve(diferencias, place), aceptar })
  expect(told.length === 0 ? told : [...told, ACEPTE]).toEqual([])
}

it.each(Object.entries(DOCUMENTOS))('the PDF of %s looks as it was accepted', async (nombre, document) => {
  await judge('pdf', nombre, pagesOf(renderPdf(document)))
})

describe('the editable document, as the office program shows it', () => {
  const machine = resolve(folder, 'docx/maquina.txt')
  const here = machineOf()
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
    await judge('docx', nombre, pagesOf(saveAgain(await writeDocx(document), 'docx', 'pdf')))
  })
})

/** Version of the office program and the typeface that it takes for ours; null where it is not installed. */
function machineOf(): string | null {
  try {
    const version = execFileSync(SOFFICE, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
    return `${version}\n${execFileSync('fc-match', ['Times New Roman'], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()}\n`
  } catch {
    return null
  }
}
