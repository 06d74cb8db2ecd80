import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  abrirCarpeta,
  abrirPaquete,
  compararPaquetes,
  compararPartes,
  conSuBase,
  crearPaquete,
  leerPaqueteEn,
  trasladarPaquete,
} from '@conoceles/paquetes'
import { packZip } from '../../../apps/api/src/shared/archivos/zip.ts'
import { PAQUETES } from '../../support/paquete.ts'

const donde = { incluidos: PAQUETES }
const own = abrirCarpeta(join(PAQUETES, 'morelos-2024'))
const entero = conSuBase(own, donde)
const folder = mkdtempSync(join(tmpdir(), 'conoceles-paquete-'))
afterAll(() => rmSync(folder, { recursive: true }))

const zipOf = (files: Record<string, string>) =>
  packZip(Object.entries(files).map(([ruta, texto]) => ({ ruta, contenido: Buffer.from(texto) })))

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  return path
}

describe('a pack as a ZIP', () => {
  it('is read like its folder, with its files at the root or inside the folder', async () => {
    const files = Object.fromEntries(own)
    const inside = Object.fromEntries([...own].map(([ruta, texto]) => [`morelos/${ruta}`, texto]))
    for (const each of [files, inside]) {
      const opened = await abrirPaquete(write('paquete.zip', await zipOf(each)), donde)
      expect(leerPaqueteEn(opened, donde)).toEqual(leerPaqueteEn(own, donde))
    }
  })

  it('is refused where an entry leaves its folder, or where it is no ZIP', async () => {
    const escaped = (await zipOf({ 'xx/paquete.json': '{}' })).toString('latin1').replaceAll('xx/paquete', '../paquete')
    await expect(abrirPaquete(write('fuera.zip', Buffer.from(escaped, 'latin1')), donde)).rejects.toThrow(/saldría de la carpeta/)
    const linked = (await zipOf({ 'paquete.json': '/etc/hostname' })).toString('latin1').replace('\0\0\xa4\x81', '\0\0\xff\xa1')
    await expect(abrirPaquete(write('enlace.zip', Buffer.from(linked, 'latin1')), donde)).rejects.toThrow(/es un enlace/)
    await expect(abrirPaquete(write('nada.zip', 'nada'), donde)).rejects.toThrow(/no se puede leer como ZIP/)
    await expect(abrirPaquete(write('otro.zip', await zipOf({ 'cargos.json': '{}' })), donde)).rejects.toThrow(/no trae un paquete/)
    await expect(abrirPaquete(join(folder, 'ninguno'), donde)).rejects.toThrow(/No existe/)
  })

  it('is refused where it unpacks to more than any pack', async () => {
    const bomb = await zipOf({ 'paquete.json': '{}', 'relleno.json': ' '.repeat(101_000_000) })
    expect(bomb.length).toBeLessThan(1_000_000)
    await expect(abrirPaquete(write('bomba.zip', bomb), donde)).rejects.toThrow(/demasiado grande/)
  })
})

it('a folder with a link is refused', () => {
  write('enlace/paquete.json', '{}')
  symlinkSync('/etc/hostname', join(folder, 'enlace/cargos.json'))
  expect(() => abrirCarpeta(join(folder, 'enlace'))).toThrow('cargos.json: es un enlace')
})

it('two packs are compared by the keys of their rows', () => {
  const cargos = (own.get('cargos.json') ?? '').replace('"nombre": "Gubernatura"', '"nombre": "Gobierno del estado"')
  const otro = new Map([...entero, ['cargos.json', cargos]])
  expect(compararPaquetes(entero, entero)).toEqual([])
  expect(compararPaquetes(entero, otro)).toEqual([
    { archivo: 'cargos.json', cambios: ['cargos.gubernatura.nombre: «Gubernatura» → «Gobierno del estado»'] },
  ])
})

it('a correction keeps its long texts whole, and the terminal cuts them', () => {
  const largo = 'a'.repeat(300)
  expect(compararPartes({ texto: largo }, { texto: 'b' })).toEqual([`texto: «${largo}» → «b»`])
  const uno = new Map([['cargos.json', JSON.stringify({ texto: largo })]])
  const otro = new Map([['cargos.json', JSON.stringify({ texto: 'b' })]])
  expect(compararPaquetes(uno, otro)[0]?.cambios[0]?.length).toBeLessThan(100)
})

describe('a pack for another election day', () => {
  const textos = trasladarPaquete(entero, own, { clave: 'morelos-2027', nombre: 'Proceso de prueba', jornada: '2027-06-06' })
  const lectura = leerPaqueteEn(textos, donde)

  it('has no fault, keeps the distances, and names nobody of the process that it comes from', () => {
    if ('faltas' in lectura) throw new Error(JSON.stringify(lectura.faltas))
    const { tiposEleccion, postulaciones, integraciones, actores, jornada } = lectura.pack
    expect([jornada, postulaciones, integraciones]).toEqual(['2027-06-06', [], []])
    expect(tiposEleccion.map(({ cierreCaptura, confianza }) => [cierreCaptura, confianza])).toEqual([
      ['2027-06-02', 'por_confirmar'],
      ['2027-06-02', 'por_confirmar'],
    ])
    expect(new Set(actores.map(({ tipo }) => tipo))).toEqual(new Set(['partido']))
  })

  it('has the rest days of its own years', () => {
    const dias = 'pack' in lectura ? lectura.pack.feriados.map(({ fecha }) => fecha) : []
    expect(dias).toEqual(expect.arrayContaining(['2027-02-01', '2027-03-15', '2027-05-01']))
    expect(dias.filter((dia) => dia < '2026')).toEqual([])
  })
})

describe('a pack that begins with ten answers', () => {
  const respuestas = {
    ...{
      clave: 'prueba-2027',
      nombre: 'Proceso de prueba',
      entidad: '99',
      nombreEntidad: 'Estado Inventado',
      siglas: 'IEI',
      instituto: 'Instituto Inventado',
    },
    ...{
      organo: 'Consejo General',
      zona: 'America/Hermosillo',
      jornada: '2027-06-06',
      distritos: 2,
      municipios: ['001', '002', '005'].map((clave) => ({ clave: `26${clave}`, nombre: `Municipio ${clave}` })),
    },
  }

  it.each([true, false])('loads, with gubernatura %s, and says nothing of the example as its own', (gubernatura) => {
    const textos = crearPaquete(entero, { ...respuestas, gubernatura })
    const lectura = leerPaqueteEn(textos, donde)
    if ('faltas' in lectura) throw new Error(JSON.stringify(lectura.faltas))
    const { pack } = lectura
    expect(pack.cargos.some(({ clave }) => clave === 'gubernatura')).toBe(gubernatura)
    expect(pack.contiendas).toHaveLength(2 + 1 + 3 * 3 + (gubernatura ? 1 : 0))
    const said = [...textos].filter(([archivo]) => archivo !== 'paquete.json').map(([, texto]) => texto)
    expect(said.join('\n').match(/IMPEPAC|Cuernavaca|Morelos\b/g)).toBeNull()
    expect([...pack.cargos, ...pack.actores, ...pack.grupos].every(({ confianza }) => confianza === 'por_confirmar')).toBe(true)
  })
})
