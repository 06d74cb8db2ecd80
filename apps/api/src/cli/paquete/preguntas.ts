import { createInterface } from 'node:readline'
import { longDate } from '@conoceles/domain'
import { PaqueteError, type Respuestas } from '@conoceles/paquetes'

interface Pregunta {
  texto: string
  /** Why an answer cannot be; null: it can. */
  contra(respuesta: string): string | null
}

const algo = (respuesta: string) => (respuesta === '' ? 'Escriba algo' : null)
const como = (patron: RegExp, ejemplo: string) => (respuesta: string) => (patron.test(respuesta) ? null : `Escríbalo como ${ejemplo}`)

/** "06002 Colima, 06010 Villa de Álvarez": without a key of five digits, an empty one. */
function municipiosDe(respuesta: string): Respuestas['municipios'] {
  const partes = respuesta.split(',').map((each) => each.trim())
  return partes.map((parte) => {
    const [, clave = '', nombre = ''] = /^(\d{5}) (.+)$/.exec(parte) ?? []
    return { clave, nombre }
  })
}

const PREGUNTAS = {
  nombreEntidad: { texto: 'Estado', contra: algo },
  entidad: { texto: 'Clave del INEGI, dos cifras', contra: como(/^\d{2}$/, '06') },
  siglas: { texto: 'Siglas del instituto', contra: algo },
  instituto: { texto: 'Nombre completo del instituto', contra: algo },
  organo: { texto: 'Nombre del órgano que aprueba los acuerdos', contra: algo },
  jornada: { texto: 'Día de la jornada, como 2027-06-06', contra: como(/^\d{4}-\d{2}-\d{2}$/, '2027-06-06') },
  zona: { texto: 'Zona horaria, como America/Mexico_City', contra: como(/^America\/\w+$/, 'America/Mexico_City') },
  gubernatura: { texto: '¿Se elige gubernatura? (sí o no)', contra: como(/^(sí|si|no)$/i, 'sí, o no') },
  distritos: { texto: 'Número de distritos locales', contra: como(/^[1-9]\d?$/, '16') },
  municipios: {
    texto: 'Municipios con su clave del INEGI, separados por comas (06001 Armería, 06002 Colima)',
    contra: (respuesta) =>
      municipiosDe(respuesta).every(({ clave }) => clave !== '') ? null : 'Escriba antes de cada nombre su clave de cinco cifras',
  },
} as const satisfies Record<string, Pregunta>

type Clave = keyof typeof PREGUNTAS

/** Asks ten questions in the terminal, each until its answer can be. Answers may also come from a file, a line each. */
export async function preguntar(): Promise<Respuestas> {
  const terminal = createInterface({ input: process.stdin })
  const lines = terminal[Symbol.asyncIterator]()
  const answers = new Map<Clave, string>()
  for (const clave of Object.keys(PREGUNTAS) as Clave[]) answers.set(clave, await ask(PREGUNTAS[clave], lines))
  terminal.close()
  return toRespuestas((clave) => answers.get(clave) ?? '')
}

async function ask({ texto, contra }: Pregunta, lines: AsyncIterator<string>): Promise<string> {
  for (;;) {
    process.stdout.write(`${texto}: `)
    const { value, done } = await lines.next()
    if (done) throw new PaqueteError('Faltaron respuestas: no se escribió nada.')
    const razon = contra(value.trim())
    if (razon === null) return value.trim()
    process.stdout.write(`${razon}.\n`)
  }
}

function toRespuestas(of: (clave: Clave) => string): Respuestas {
  const anio = of('jornada').slice(0, YEAR)
  return {
    clave: `${enClave(of('nombreEntidad'))}-${anio}`,
    nombre: `Proceso electoral local de ${of('nombreEntidad')}, jornada del ${longDate(of('jornada'))}`,
    ...{
      entidad: of('entidad'),
      nombreEntidad: of('nombreEntidad'),
      siglas: of('siglas'),
      instituto: of('instituto'),
      organo: of('organo'),
    },
    ...{ zona: of('zona'), jornada: of('jornada'), gubernatura: /^s/i.test(of('gubernatura')), distritos: Number(of('distritos')) },
    municipios: municipiosDe(of('municipios')),
  }
}

const YEAR = 4

/** "San Luis Potosí" as san-luis-potosi. */
export function enClave(nombre: string): string {
  return nombre
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
}
