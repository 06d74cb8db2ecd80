import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { distanciaA } from '@conoceles/domain'
import {
  abrirCarpeta,
  abrirPaquete,
  compararPaquetes,
  compararPartes,
  conSuBase,
  decirAvisos,
  EJEMPLO,
  leerPaqueteEn,
  trasladarPaquete,
} from '@conoceles/paquetes'
import { escribirCarpeta } from '../../../apps/api/src/cli/paquete/escribir.ts'
import { packZip } from '../../../apps/api/src/shared/archivos/zip.ts'
import { CLAVE, INCLUIDOS, leer, pack, paquete, PAQUETES, textosCreados } from '../../support/paquete.ts'

const donde = { incluidos: PAQUETES }
const own = abrirCarpeta(join(PAQUETES, CLAVE))
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
    const inside = Object.fromEntries([...own].map(([ruta, texto]) => [`carpeta/${ruta}`, texto]))
    for (const each of [files, inside]) {
      const { textos, ignorados } = await abrirPaquete(write('paquete.zip', await zipOf(each)), donde)
      expect(leerPaqueteEn(textos, donde)).toEqual(leerPaqueteEn(own, donde))
      expect(ignorados).toEqual([])
    }
  })

  it('names the files that are not read, and not what systems and people leave there', async () => {
    const ajenos = { '.DS_Store': '', '__MACOSX/._paquete.json': '', 'LEAME.md': '', '.git/config': '' }
    const files = { 'paquete.json': '{}', 'partidos.csv': '', 'fotos/una.png': '', ...ajenos }
    for (const [ruta, texto] of Object.entries(files)) write(`sueltos/${ruta}`, texto)
    const inside = Object.fromEntries(Object.entries(files).map(([ruta, texto]) => [`mio/${ruta}`, texto]))
    for (const lugar of [join(folder, 'sueltos'), write('sueltos.zip', await zipOf(files))]) {
      const { textos, ignorados } = await abrirPaquete(lugar, donde)
      expect([[...textos.keys()], [...ignorados].sort()]).toEqual([['paquete.json'], ['fotos/una.png', 'partidos.csv']])
    }
    const apart = await abrirPaquete(write('aparte.zip', await zipOf({ ...inside, 'cargos.json': '{}' })), donde)
    expect([...apart.ignorados].sort()).toEqual(['cargos.json', 'mio/fotos/una.png', 'mio/partidos.csv'])
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

it('a written pack brings the schema that each of its files names, and loading passes over them', async () => {
  const carpeta = join(folder, 'escrito')
  escribirCarpeta(carpeta, own, PAQUETES)
  const { textos, ignorados } = await abrirPaquete(carpeta, donde)
  const nombrados = [...textos].map(([archivo, texto]) => join(dirname(archivo), (JSON.parse(texto) as { $schema: string }).$schema))
  expect(nombrados.filter((ruta) => ruta.startsWith('..') || !existsSync(join(carpeta, ruta)))).toEqual([])
  expect([[...textos.keys()].sort(), ignorados]).toEqual([[...own.keys()].sort(), []])
})

it('two packs are compared by the keys of their rows', () => {
  const [{ clave, nombre } = { clave: '', nombre: '' }] = pack.cargos
  const cargos = (entero.get('cargos.json') ?? '').replace(`"nombre": "${nombre}"`, '"nombre": "Gobierno del lugar"')
  const otro = new Map([...entero, ['cargos.json', cargos]])
  expect(compararPaquetes(entero, entero)).toEqual([])
  expect(compararPaquetes(entero, otro)).toEqual([
    { archivo: 'cargos.json', cambios: [`cargos.${clave}.nombre: «${nombre}» → «Gobierno del lugar»`] },
  ])
})

describe('a correction', () => {
  const cambio = (uno: Record<string, unknown>, otro: Record<string, unknown>) => compararPartes(uno, otro)

  it('keeps its long texts whole, and the terminal cuts them', () => {
    const largo = 'a'.repeat(300)
    expect(cambio({ revision: { texto: largo } }, { revision: { texto: 'b' } })).toEqual([
      { archivo: 'revision.json', dato: 'texto', antes: largo, despues: 'b' },
    ])
    const uno = new Map([['cargos.json', JSON.stringify({ texto: largo })]])
    const otro = new Map([['cargos.json', JSON.stringify({ texto: 'b' })]])
    expect(compararPaquetes(uno, otro)[0]?.cambios[0]?.length).toBeLessThan(100)
  })

  it('names the file and the keys of each datum, and writes its values in words', () => {
    const fila = { clave: 'reto', fecha: '2027-06-06', activa: true, partes: ['a', 'b'], nota: null }
    const consulta = (seMarca: string | null) => ({ boletas: [{ clave: 'ayuntamiento', seMarca }] })
    expect(
      cambio(
        { consulta: consulta(null), organos: [fila], feriados: ['2027-01-01'] },
        { consulta: consulta('recuadro'), organos: [], feriados: ['2027-02-01'] },
      ),
    ).toEqual([
      { archivo: 'consulta.json', dato: 'boletas › ayuntamiento › seMarca', antes: 'nada', despues: 'recuadro' },
      {
        archivo: 'programa/organos.json',
        dato: 'organos › reto',
        antes: 'clave: reto; fecha: 6 de junio de 2027; activa: sí; partes: a, b; nota: nada',
        despues: null,
      },
      { archivo: 'programa/feriados.json', dato: 'feriados', antes: '1 de enero de 2027', despues: '1 de febrero de 2027' },
    ])
    expect(cambio({ fuentes: [] }, { fuentes: [{ dato: 'Cargos' }] })).toMatchObject([{ archivo: null, dato: 'fuentes' }])
  })
})

describe.each(INCLUIDOS)('the pack %s for another election day', (clave) => {
  const JORNADA = '2030-06-02'
  const pack = paquete(clave)
  const own = abrirCarpeta(join(PAQUETES, clave))
  const entero = conSuBase(own, donde)
  const { jornada, ...movido } = leer(
    trasladarPaquete(entero, own, { clave: 'prueba-2030', nombre: 'Proceso de prueba', jornada: JORNADA }),
  )

  it('has no fault, keeps the distances, and names nobody of the process that it comes from', () => {
    expect([jornada, movido.postulaciones, movido.integraciones, movido.cierres ?? []]).toEqual([JORNADA, [], [], []])
    expect(movido.tiposEleccion.map(({ cierreCaptura, confianza }) => [distanciaA(JORNADA, cierreCaptura), confianza])).toEqual(
      pack.tiposEleccion.map(({ cierreCaptura }) => [distanciaA(pack.jornada, cierreCaptura), 'por_confirmar']),
    )
    expect(new Set(movido.actores.map(({ tipo }) => tipo))).toEqual(new Set(['partido']))
  })

  it('has the rest days of its own years', () => {
    const dias = movido.feriados.map(({ fecha }) => fecha)
    expect(dias).toEqual(expect.arrayContaining(['2030-02-04', '2030-03-18', '2030-05-01']))
    expect(dias.filter((dia) => dia < '2029')).toEqual([])
  })
})

describe('a gap with which a pack loads', () => {
  it('is told with its file and line: a cargo that nothing explains', () => {
    const consulta = JSON.parse(entero.get('consulta.json') ?? '') as { funciones: { cargo: string }[] }
    const [sinExplicar, ...funciones] = consulta.funciones
    const textos = new Map([...entero, ['consulta.json', JSON.stringify({ ...consulta, funciones })]])
    const lectura = leerPaqueteEn(textos, donde)
    const { avisos } = 'faltas' in lectura ? { avisos: [] } : lectura
    const lineas = (entero.get('cargos.json') ?? '').split('\n')
    expect(avisos).toMatchObject([{ archivo: 'cargos.json', dice: expect.stringContaining(`«${sinExplicar?.cargo}»`) as string }])
    expect(lineas.slice((avisos[0]?.linea ?? 0) - 1, (avisos[0]?.linea ?? 0) + 1).join('')).toContain(sinExplicar?.cargo)
    expect(decirAvisos(avisos).join('')).toMatch(/^Aviso: cargos\.json, línea \d+: /)
  })

  it('is told of secciones, without which a voter has to know her distrito', () => {
    const lectura = leerPaqueteEn(textosCreados(), donde)
    expect('faltas' in lectura ? lectura.faltas : lectura.avisos).toMatchObject([
      { archivo: 'secciones.json', dice: expect.stringContaining('cuál de los 2 distritos') as string },
    ])
  })

  it('is none in a pack that the program brings', () => {
    const lectura = leerPaqueteEn(own, donde)
    expect('faltas' in lectura ? lectura.faltas : lectura.avisos).toEqual([])
  })
})

describe('a pack that begins with ten answers', () => {
  const { instituto, entidad, demarcaciones } = paquete(EJEMPLO)
  const delEjemplo = [instituto.siglas, entidad.nombre, ...demarcaciones.flatMap(({ cabecera }) => cabecera ?? [])]
  const municipios = ['26001', '26002', '26005'].map((clave) => ({ clave, nombre: `Municipio ${clave}` }))

  it.each([true, false])('loads, with gubernatura %s, and says nothing of the example as its own', (gubernatura) => {
    const textos = textosCreados({ municipios, gubernatura })
    const { actores, cargos, contiendas, grupos } = leer(textos)
    expect(cargos.some(({ clave }) => clave === 'gubernatura')).toBe(gubernatura)
    expect(contiendas).toHaveLength(2 + 1 + 3 * 3 + (gubernatura ? 1 : 0))
    const said = [...textos].filter(([archivo]) => archivo !== 'paquete.json').map(([, texto]) => texto)
    expect(delEjemplo.filter((propio) => said.join('\n').includes(propio))).toEqual([])
    expect([...cargos, ...actores, ...grupos].every(({ confianza }) => confianza === 'por_confirmar')).toBe(true)
  })

  it.each([
    ['2024-06-02', true],
    ['2027-06-06', false],
    ['2030-06-02', false],
  ])('for %s has the national parties that have their register then', (jornada, conPRD) => {
    const { actores } = leer(textosCreados({ jornada }))
    expect(new Set(actores.map(({ figura }) => figura))).toEqual(new Set(['partido nacional']))
    expect(actores.map(({ clave }) => clave).includes('PRD')).toBe(conPRD)
  })

  it('has the rest days of its own years', () => {
    const dias = leer(textosCreados()).feriados.map(({ fecha }) => fecha)
    expect(dias).toEqual(expect.arrayContaining(['2026-11-16', '2027-02-01', '2027-03-15', '2027-05-01']))
    expect(dias.every((dia) => dia > '2026')).toBe(true)
  })
})
