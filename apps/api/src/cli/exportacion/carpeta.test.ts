import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SENA } from '../verificacion/inventario.ts'
import { Carpeta } from './carpeta.ts'

let home: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'conoceles-test-carpeta-'))
})
afterEach(() => rmSync(home, { recursive: true }))

const bytes = (text: string) => ({ '': Buffer.from(text) })
const place = () => join(home, 'copia')

async function given(files: Record<string, string>): Promise<void> {
  const carpeta = await Carpeta.abrir(place())
  for (const [name, text] of Object.entries({ [SENA]: '{}', ...files })) await carpeta.escribir(name, bytes(text))
  await carpeta.cambiar()
}

it('begins again with the files made already, and else with those of the copy before; nothing of the attempt is left', async () => {
  await given({ 'a.json': 'antes', 'b.json': 'antes' })
  const carpeta = await Carpeta.abrir(place())
  await carpeta.escribir('a.json', bytes('intento'))
  await carpeta.escribir('c/d.json', bytes('intento'))
  await carpeta.vaciar()
  expect(readdirSync(carpeta.nueva)).toHaveLength(1)
  const found = await Promise.all(['a.json', 'b.json', 'c/d.json', 'e.json'].map((name) => carpeta.anterior(name)))
  expect(found.map((each) => each?.bytes.toString())).toEqual(['intento', 'antes', 'intento', undefined])
  for (const [at, name] of ['a.json', 'b.json'].entries()) {
    const one = found[at]
    if (one) await carpeta.conservar(name, one)
  }
  const inode = statSync(join(carpeta.nueva, 'a.json')).ino
  await carpeta.escribir(SENA, bytes('{}'))
  await carpeta.cambiar()
  expect(['a.json', 'b.json'].map((name) => readFileSync(join(place(), name), 'utf8'))).toEqual(['intento', 'antes'])
  expect([statSync(join(place(), 'a.json')).ino, existsSync(join(place(), 'c'))]).toEqual([inode, false])
  expect(readdirSync(home)).toEqual(['copia'])
})

it('given up, the copy before stays as it was and nothing else is left', async () => {
  await given({ 'a.json': 'antes' })
  const carpeta = await Carpeta.abrir(place())
  await carpeta.escribir('a.json', bytes('intento'))
  await carpeta.vaciar()
  await carpeta.abandonar()
  expect([readFileSync(join(place(), 'a.json'), 'utf8'), readdirSync(home)]).toEqual(['antes', ['copia']])
})
