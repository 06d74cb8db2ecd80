import { utils, write, type Range, type WorkSheet } from '@e965/xlsx'

/** A list as institutes and parties send it. Its people are invented. */
export interface ListaPublicada {
  archivo: string
  contenido: Buffer
}

type Cell = string | number | null | { t: 'n'; v: number; z: string }

interface Sheet {
  rows: Cell[][]
  merges?: string[]
  /** Hidden columns, from 0. */
  hidden?: number[]
  /** Whether the workbook hides the sheet. */
  secret?: boolean
}

const PERSONAS = [
  ['Abril', 'Nava', 'Ocampo', 'M', '21/03/1985'],
  ['Bruno', 'Salgado', 'Rendón', 'H', '02/11/1979'],
  ['Celia', 'Toledo', 'Jaimes', 'M', '15/04/1990'],
  ['Darío', 'Urióstegui', 'Peña', 'H', '30/01/1968'],
  ['Elvira', 'Villalba', 'Ñúñez', 'M', '08/09/1994'],
  ['Fermín', 'Zavaleta', 'Ibáñez', 'H', '12/12/1981'],
] as const

type Persona = (typeof PERSONAS)[number]

const ACUERDO = ['ENSAYO/IMPORTACION/2024', '30/03/2024'] as const
const BASE = ['Municipio', 'Cargo', 'Partido', 'No.', 'Calidad', 'Nombre(s)', 'Apellido paterno', 'Apellido materno', 'Sexo', 'Fecha de nacimiento', 'Acuerdo', 'Fecha del acuerdo'] // prettier-ignore

interface Lugar {
  municipio: string
  cargo: string
  partido: string
  numero: Cell
  calidad: string
}

const LUGAR: Lugar = { municipio: 'Cuernavaca', cargo: 'Regidurías', partido: 'PAN', numero: 1, calidad: 'Propietaria' }

function personaAt(at: number): Persona {
  return PERSONAS[at % PERSONAS.length] ?? PERSONAS[0]
}

/** One row under `BASE`. */
function rowOf(at: number, change: Partial<Lugar> = {}): Cell[] {
  const { municipio, cargo, partido, numero, calidad } = { ...LUGAR, ...change }
  const [nombre, paterno, materno, sexo, nacimiento] = personaAt(at)
  return [municipio, cargo, partido, numero, calidad, nombre, paterno, materno, sexo, nacimiento, ...ACUERDO]
}

/** Two fórmulas, each of a propietaria and her suplente. */
function formulas(change: Partial<Lugar> = {}): Cell[][] {
  const places = [1, 1, 2, 2].map((numero, at) => ({ numero, calidad: at % 2 === 0 ? 'Propietaria' : 'Suplente' }))
  return places.map((place, at) => rowOf(at, { ...place, ...change }))
}

function bookOf(archivo: string, sheets: Record<string, Sheet>): ListaPublicada {
  const names = Object.keys(sheets)
  const workbook = {
    SheetNames: names,
    Sheets: Object.fromEntries(names.map((name) => [name, sheetOf(sheets[name] ?? { rows: [] })])),
    Workbook: { Sheets: names.map((name) => ({ Hidden: sheets[name]?.secret ? (1 as const) : (0 as const) })) },
  }
  return { archivo: `${archivo}.xlsx`, contenido: write(workbook, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer }
}

function sheetOf({ rows, merges = [], hidden = [] }: Sheet): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows)
  sheet['!merges'] = merges.map((range): Range => utils.decode_range(range))
  const last = Math.max(-1, ...hidden)
  sheet['!cols'] = Array.from({ length: last + 1 }, (_, at) => ({ wch: 14, hidden: hidden.includes(at) }))
  return sheet
}

const TITULOS: Cell[][] = [
  ['INSTITUTO ELECTORAL DE ENSAYO'],
  ['Relación de candidaturas a regidurías, proceso electoral local'],
  ['Anexo 2'],
  [],
]

export const LISTAS_PUBLICADAS = {
  /** Title rows above, and totals and a note below. */
  titulosYTotales: () =>
    bookOf('titulos-y-totales', {
      Lista: {
        rows: [...TITULOS, BASE, ...formulas(), [], ['TOTAL DE CANDIDATURAS', 4], ['Mujeres', 2], ['Nota: lista preliminar de ensayo.']],
        merges: ['A1:L1', 'A2:L2', 'A3:L3'],
      },
    }),
  /** Headings of two rows: one merged over the parts of the name, others merged downwards. */
  encabezadosCombinados: () =>
    bookOf('encabezados-combinados', {
      Lista: {
        rows: [
          ['Candidaturas de ensayo'],
          [
            'Municipio',
            'Cargo',
            'Partido',
            'No.',
            'Calidad',
            'Persona candidata',
            null,
            null,
            'Datos personales',
            null,
            'Acuerdo de registro',
            null,
          ],
          [
            null,
            null,
            null,
            null,
            null,
            'Nombre(s)',
            'Paterno',
            'Materno',
            'Sexo',
            'Fecha de nacimiento',
            'Número de acuerdo',
            'Fecha del acuerdo',
          ],
          ...formulas(),
        ],
        merges: ['A1:L1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:H2', 'I2:J2', 'K2:L2'],
      },
    }),
  /** Several sheets, of which one has the list and another is hidden. */
  variasHojas: () =>
    bookOf('varias-hojas', {
      Portada: { rows: [['Entrega de ensayo'], ['Versión', '3'], ['Responsable', 'Área de registro']] },
      Resumen: {
        rows: [
          ['Municipio', 'Mujeres', 'Hombres'],
          ['Cuernavaca', 2, 2],
        ],
      },
      Registro: { rows: [BASE, ...formulas()] },
      Anterior: { rows: [BASE, ...formulas({ partido: 'PRI' })], secret: true },
    }),
  /** Hidden columns: a phone, and the name as it was before. */
  columnasOcultas: () =>
    bookOf('columnas-ocultas', {
      Lista: {
        rows: [['Teléfono', 'Nombre', ...BASE], ...formulas().map((row) => ['777 000 0000', 'Nombre anterior', ...row])],
        hidden: [0, 1],
      },
    }),
  /** SEXO H/M, «P.A.N.» and «Prop.» / «Sup.». */
  abreviaturas: () =>
    bookOf('abreviaturas', {
      Lista: {
        rows: [
          BASE.map((titulo) => titulo.toUpperCase()),
          ...formulas({ partido: 'P.A.N.' }).map((row) =>
            row.map((cell) => ({ Propietaria: 'Prop.', Suplente: 'Sup.' })[String(cell)] ?? cell),
          ),
        ],
      },
    }),
  /** «Regidora propietaria 1ª»: number and calidad are in the cargo, and only there. */
  cargoConNumero: () =>
    bookOf('cargo-con-numero', {
      Lista: {
        rows: [
          BASE.filter((titulo) => !['No.', 'Calidad'].includes(titulo)),
          ...['Regidora propietaria 1ª', 'Regidor suplente 1ª', 'Segunda regiduría propietaria', 'Regiduría 2 suplente'].map((cargo, at) =>
            rowOf(at, { cargo }).filter((_, column) => column !== 3 && column !== 4),
          ),
        ],
      },
    }),
  /** «No.» counts the rows, and the number is that of the cargo. */
  renglonesContados: () =>
    bookOf('renglones-contados', {
      Lista: {
        rows: [
          BASE,
          ...['1ª', '1ª', '2ª', '2ª'].map((ordinal, at) =>
            rowOf(at, { cargo: `Regiduría ${ordinal}`, numero: at + 1, calidad: at % 2 === 0 ? 'Propietaria' : 'Suplente' }),
          ),
        ],
      },
    }),
  /** Days in words, as a date, as its bare number, and one that does not exist. */
  fechas: () =>
    bookOf('fechas', {
      Lista: {
        rows: [
          BASE,
          ...formulas().map((row, at) => {
            const dates: Cell[] = ['15 de abril de 1984', { t: 'n', v: 31_152, z: 'dd/mm/yyyy' }, 31_152, '31/02/1988']
            return [...row.slice(0, 9), dates[at] ?? null, ACUERDO[0], at % 2 === 0 ? 'sábado 30 de marzo de 2024' : '30-mar-24']
          }),
        ],
      },
    }),
  /** The whole name in one column, and no clave. */
  nombreJunto: () =>
    bookOf('nombre-junto', {
      Lista: {
        rows: [
          [
            'Municipio',
            'Cargo',
            'Partido político',
            'No.',
            'Propietaria o suplente',
            'Nombre completo',
            'Género',
            'Nacimiento',
            'Acuerdo',
            'Fecha de aprobación',
          ],
          ...formulas().map(([municipio, cargo, partido, numero, calidad, nombre, paterno, materno, ...rest]) => [
            municipio ?? null,
            cargo ?? null,
            partido ?? null,
            numero ?? null,
            calidad ?? null,
            `${paterno} ${materno} ${nombre}`.toUpperCase(),
            ...rest,
          ]),
        ],
      },
    }),
  /** Names that no catalogue has: «Cuernabaca», «Accion Nasional». */
  nombresMalEscritos: () =>
    bookOf('nombres-mal-escritos', {
      Lista: {
        rows: [BASE, ...formulas({ municipio: 'Cuernabaca' }), rowOf(4, { municipio: 'Jiutepec', partido: 'Partido Accion Nasional' })],
      },
    }),
  /** A planilla of a party: it says neither its party nor its acuerdo, a cell is merged over each fórmula, and its headings come again. */
  planillaDePartido: () =>
    bookOf('planilla-de-partido', {
      Planilla: {
        rows: [
          ['PLANILLA DE ENSAYO', null],
          ['Municipio', 'Cargo', 'Prop./Sup.', 'Nombre(s)', 'Apellido paterno', 'Apellido materno', 'Sexo', 'Fecha de nacimiento', 'Firma'],
          ...planilla(0, 'Presidente municipal'),
          ['Municipio', 'Cargo', 'Prop./Sup.', 'Nombre(s)', 'Apellido paterno', 'Apellido materno', 'Sexo', 'Fecha de nacimiento', 'Firma'],
          ...planilla(2, 'Síndica procuradora'),
        ],
        merges: ['A3:A4', 'B3:B4', 'A6:A7', 'B6:B7'],
      },
    }),
} as const satisfies Record<string, () => ListaPublicada>

function planilla(from: number, cargo: string): Cell[][] {
  return ['P', 'S'].map((calidad, at) => {
    const [nombre, paterno, materno, sexo, nacimiento] = personaAt(from + at)
    return [at === 0 ? 'Jiutepec' : null, at === 0 ? cargo : null, calidad, nombre, paterno, materno, sexo, nacimiento]
  })
}
