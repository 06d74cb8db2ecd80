// Program of `npm run bench`, bundled by programs.mjs: what a key costs over so many candidaturas. Prints its findings as JSON on the last line.
import { escribirIndice, leerIndice, ordenJusto, type FilaIndice } from '@conoceles/domain/consulta'
import { createConsulta } from '../../apps/visor/src/features/candidaturas/consulta.ts'
import { FILTROS, type Filtros } from '../../apps/visor/src/features/candidaturas/filtro.ts'
import { createBuscador } from '@conoceles/domain/busqueda'

/** Texts typed key by key: common names, two words, a misspelling, and a name that nobody has. */
const TYPED = ['maria jose hernandez', 'lopes guerrero', 'zzyzx', 'juan']
const ROUNDS = 7
const SYLLABLES = 'ra mi re gue lo pez mar ti nez her nan gar cia ro dri flo res san chez ble do va ca mo les cas llo or te ga'.split(' ')
const GIVEN = 'María José Juan Luis Ana Laura Carlos Pedro Jesús Guadalupe Rosa Martha Elena Francisco Miguel Ángel Óscar'.split(' ')

process.stdout.write(`${JSON.stringify(measureBusqueda(Number(process.argv[2])))}\n`)

/** Reading the index, and the slowest key in milliseconds: search, filters and counts of every option over so many made-up candidaturas. */
function measureBusqueda(total: number): { indexed: number; median: number; slowest: number } {
  const written = JSON.stringify(
    escribirIndice(made(total), { proceso: 'p', orden: 'sorteo_diario', sorteo: '2024-06-02', edades: [], escolaridades: [], grupos: [] }),
  )
  const started = performance.now()
  const indice = JSON.parse(written) as Parameters<typeof leerIndice>[0]
  const filas = leerIndice(indice)
  const buscador = createBuscador(filas)
  const orden = ordenJusto(
    filas.map(({ contienda, actor }) => ({ contienda: contienda.clave, actor })),
    indice,
  )
  const consulta = createConsulta(filas, orden)
  const indexed = performance.now() - started
  const filtros = Object.fromEntries(FILTROS.map((filtro) => [filtro, filtro === 'sexo' ? 'mujer' : ''])) as Filtros
  // The best of some rounds: other work on the machine does not count.
  const keys = TYPED.flatMap(beginnings).map((q) =>
    Math.min(
      ...Array.from({ length: ROUNDS }, () => {
        const before = performance.now()
        consulta.consultar(filtros, buscador.buscar(q))
        return performance.now() - before
      }),
    ),
  )
  keys.sort((a, b) => a - b)
  return { indexed, median: keys[keys.length >> 1] ?? 0, slowest: keys.at(-1) ?? 0 }
}

function beginnings(text: string): string[] {
  return [...text].map((_, at) => text.slice(0, at + 1))
}

function made(total: number): FilaIndice[] {
  let seed = 1
  const pick = <T>(all: readonly T[]): T => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return all[seed % all.length] as T
  }
  const surnames = Array.from({ length: 4_000 }, () => pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES))
  return Array.from({ length: total }, (_, row) => {
    const group = Math.floor(row / 20)
    const lugar = `m${Math.floor(group / 10)}`
    return {
      id: row.toString(16).padStart(32, '0'),
      nombre: `${pick(GIVEN)} ${pick(GIVEN)} ${pick(surnames)} ${pick(surnames)}`,
      apodo: pick([null, null, null, pick(GIVEN)]),
      contienda: { clave: `k${lugar}`, cargo: `c${group % 6}`, lugar, distrito: null, municipio: lugar, comunidad: null },
      actor: `P${group % 10}`,
      otros: group % 3 === 0 ? ['P1', 'P2'] : [],
      partidoOrigen: null,
      calidad: row % 2 === 0 ? 'propietaria' : 'suplente',
      numero: 1,
      estatus: 'aprobada',
      sexo: pick(['mujer', 'hombre']),
      edad: pick(['18-29', '30-39', '40-49']),
      escolaridad: pick(['Primaria', 'Licenciatura', null]),
      temas: pick([[], ['Agua'], ['Agua', 'Salud', 'Seguridad']]),
      accionAfirmativa: pick([null, null, null, 'joven']),
      reserva: null,
      conPropuestas: pick([true, false]),
      conFotografia: pick([true, false]),
      salida: null,
    }
  })
}
