import { createInterface } from 'node:readline'
import { longDate } from '@conoceles/domain'
import { PaqueteError, type Respuestas } from '@conoceles/paquetes'

interface Pregunta {
  texto: string
  /** Answer of an empty line, which the question offers. */
  ofrece?: string
  /** Why an answer cannot be; null: it can. `of` gives the answers before. */
  contra(respuesta: string, of: (clave: string) => string): string | null
}

const algo = (respuesta: string) => (respuesta === '' ? 'Escriba algo' : null)
const como = (patron: RegExp, ejemplo: string) => (respuesta: string) => (patron.test(respuesta) ? null : `Escriba ${ejemplo}`)

/** "06002 Colima, 06010 Villa de Álvarez": without a key of five digits, an empty one. */
export function municipiosDe(respuesta: string): Respuestas['municipios'] {
  const partes = respuesta.split(/[,;]/).flatMap((each) => each.trim() || [])
  return partes.map((parte) => {
    const [, clave = '', nombre = parte] = /^(\d{5}) (\D+)$/.exec(parte) ?? []
    return { clave, nombre }
  })
}

/** Why an answer is no list of municipios of a state. */
export function contraMunicipios(respuesta: string, entidad: string): string | null {
  const municipios = municipiosDe(respuesta)
  const sinClave = municipios.find(({ clave }) => clave === '')
  if (sinClave)
    return `«${sinClave.nombre}» no se entiende: cada municipio es su clave de cinco cifras, un espacio y su nombre, y entre dos va una coma`
  const ajeno = municipios.find(({ clave }) => !clave.startsWith(entidad))
  if (ajeno) return `${ajeno.clave} ${ajeno.nombre} no es del estado ${entidad}: la clave de un municipio empieza con la del estado`
  const repetido = municipios.find(({ clave }, at) => municipios.findIndex((each) => each.clave === clave) < at)
  if (repetido) return `La clave ${repetido.clave} está dos veces`
  return municipios.length === 0 ? 'Escriba algo' : null
}

function contraZona(respuesta: string): string | null {
  return Intl.supportedValuesOf('timeZone').includes(respuesta)
    ? null
    : 'No hay esa zona; las de México son como America/Mexico_City o America/Tijuana'
}

const PREGUNTAS = {
  nombreEntidad: { texto: 'Estado', contra: algo },
  entidad: { texto: 'Clave del INEGI, dos cifras', contra: como(/^\d{2}$/, 'dos cifras; la de Colima es 06') },
  siglas: { texto: 'Siglas del instituto', contra: algo },
  instituto: { texto: 'Nombre completo del instituto', contra: algo },
  organo: { texto: 'Nombre del órgano que aprueba los acuerdos', contra: algo },
  jornada: { texto: 'Día de la jornada, como 2027-06-06', contra: como(/^\d{4}-\d{2}-\d{2}$/, 'año, mes y día, como 2027-06-06') },
  zona: { texto: 'Zona horaria (Enter: America/Mexico_City)', ofrece: 'America/Mexico_City', contra: contraZona },
  gubernatura: { texto: '¿Se elige gubernatura? (sí o no)', contra: como(/^(sí|si|no)$/i, 'sí o no') },
  distritos: { texto: 'Número de distritos locales', contra: como(/^[1-9]\d?$/, 'el número en cifras') },
  municipios: {
    texto: 'Municipios con su clave del INEGI, separados por comas (06001 Armería, 06002 Colima)',
    contra: (respuesta, of) => contraMunicipios(respuesta, of('entidad')),
  },
} as const satisfies Record<string, Pregunta>

type Clave = keyof typeof PREGUNTAS

/** Asks ten questions in the terminal, each until its answer can be. Answers may also come from a file, a line each. */
export async function preguntar(): Promise<Respuestas> {
  const terminal = createInterface({ input: process.stdin })
  const lines = terminal[Symbol.asyncIterator]()
  const answers = new Map<string, string>()
  const of = (clave: string) => answers.get(clave) ?? ''
  for (const clave of Object.keys(PREGUNTAS) as Clave[]) answers.set(clave, await ask(PREGUNTAS[clave], { lines, of }))
  terminal.close()
  return toRespuestas(of)
}

async function ask(
  { texto, ofrece, contra }: Pregunta,
  { lines, of }: { lines: AsyncIterator<string>; of: (clave: string) => string },
): Promise<string> {
  for (;;) {
    process.stdout.write(`${texto}: `)
    const { value, done } = await lines.next()
    if (done) throw new PaqueteError('Faltaron respuestas: no se escribió nada.')
    const respuesta = value.trim() || (ofrece ?? '')
    const razon = contra(respuesta, of)
    if (razon === null) return respuesta
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
