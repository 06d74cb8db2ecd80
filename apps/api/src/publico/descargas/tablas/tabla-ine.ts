import {
  COLUMNAS_CANDIDATOS,
  COLUMNAS_IDENTIDAD,
  columnasDeRespuestas,
  filasEnLibro,
  type CandidaturaIne,
  type ColumnaIne,
  type PreguntaIne,
  type Sexo,
} from '@conoceles/domain'
import type { Candidatura, Sitio } from '../fuente.ts'
import type { Columna, Tabla } from './tabla.ts'

export const ARCHIVO_INE = 'columnas-ine.csv'

type Fila = readonly (string | number | null)[]

interface Columnas {
  tabla: Tabla<Fila>
  fila: (candidatura: Candidatura) => Fila
}

/**
 * The public columns of the INE's workbook: the first sheet, and of the second one only the questions by which a group is declared. They
 * are answered "Sí" where the persona authorised that badge. A badge of acción afirmativa is no answer of hers.
 */
export function columnasIne(sitio: Sitio): Columnas {
  const { grupos } = sitio.diccionario
  const columnas = columnasDeRespuestas(preguntasOf(sitio))
  const identidad = columnas.filter(({ cuestionario }) => cuestionario === 'identidad')
  const declaradas = identidad.filter(({ preguntas }) => preguntas.length > 0)
  const generales = COLUMNAS_IDENTIDAD.length - identidad.length
  const encabezados = [...COLUMNAS_CANDIDATOS, ...declaradas.map(({ encabezado }) => encabezado.trim())]
  const placeOf = placesOf(sitio)
  return {
    tabla: tablaOf(encabezados, columnas),
    fila: (candidatura) => {
      const rows = filasEnLibro({ ...placeOf(candidatura), ...publicaOf(candidatura, grupos) }, columnas)
      return [...rows.candidatos, ...declaradas.map((columna) => rows.identidad[generales + identidad.indexOf(columna)] ?? null)]
    },
  }
}

/** Only candidaturas in their place are in that workbook. */
export function estaEnLibro({ estatus }: Candidatura): boolean {
  return estatus === 'aprobada'
}

function preguntasOf({ diccionario: { campos, grupos } }: Sitio): PreguntaIne[] {
  const curriculares = campos.flatMap(({ clave, seccion, columnaIne, tipo, opciones, hosts }): PreguntaIne[] =>
    columnaIne === null
      ? []
      : [{ clave, cuestionario: 'curricular', seccion, columna: columnaIne, tipo: TIPOS[tipo] ?? 'string', opciones, hosts }],
  )
  const declaradas = grupos.flatMap(({ pregunta, columnaIne }): PreguntaIne[] =>
    pregunta === null || columnaIne === null
      ? []
      : [{ clave: pregunta, cuestionario: 'identidad', seccion: '', columna: columnaIne, tipo: 'string', opciones: null, hosts: null }],
  )
  return [...curriculares, ...declaradas]
}

const TIPOS: Record<string, PreguntaIne['tipo']> = { texto: 'string', lista: 'array', logico: 'boolean', entero: 'integer' }

type Lugar = Pick<CandidaturaIne, 'cargo' | 'entidad' | 'lugar' | 'folio'>

function placesOf({ proceso, catalogos }: Sitio): (candidatura: Candidatura) => Lugar {
  const principios = new Map(proceso.cargos.map(({ clave, principio }) => [clave, principio]))
  const distritos = catalogos.find(({ clave }) => clave === 'distrito')?.valores ?? []
  const cabeceras = new Map(distritos.map(({ clave, detalle }) => [clave, detalle]))
  return (candidatura) => {
    const { cargo, cargoNombre, numero, lugar: nombre } = candidatura
    const { tipo, clave } = demarcacionOf(candidatura)
    return {
      cargo: { nombre: cargoNombre, principio: principios.get(cargo) ?? '' },
      entidad: proceso.entidad,
      lugar: { tipo, clave, nombre, cabecera: cabeceras.get(clave) ?? null },
      folio: numero,
    }
  }
}

function demarcacionOf({ distrito, municipio, comunidad }: Candidatura): Pick<Lugar['lugar'], 'tipo' | 'clave'> {
  if (distrito !== null) return { tipo: 'distrito', clave: distrito }
  if (comunidad !== null) return { tipo: 'comunidad', clave: comunidad }
  return municipio === null ? { tipo: 'entidad', clave: '' } : { tipo: 'municipio', clave: municipio }
}

function publicaOf(candidatura: Candidatura, grupos: Sitio['diccionario']['grupos']): Omit<CandidaturaIne, keyof Lugar> {
  const { actorPolitico, nombre, calidad, sexo, edad, secciones, distintivos } = candidatura
  const authorised = distintivos.filter(({ origen }) => origen === 'publicacion_autorizada').map(({ grupo }) => grupo)
  const declaradas = grupos.flatMap(({ clave, pregunta }) => (pregunta !== null && authorised.includes(clave) ? [pregunta] : []))
  const campos = secciones.flatMap((seccion) => seccion.campos).filter(({ valor }) => valor !== null)
  return {
    partido: actorPolitico.nombre,
    nombre,
    calidad,
    sexo: sexo as Sexo | null,
    edad,
    curricular: Object.fromEntries(campos.map(({ clave, valor }) => [clave, valor])),
    identidad: Object.fromEntries(declaradas.map((pregunta) => [pregunta, 'Sí'])),
    capturada: (seccion) => secciones.some(({ clave, estatus }) => clave === seccion && estatus === 'publicada'),
  }
}

function tablaOf(encabezados: readonly string[], columnas: readonly ColumnaIne[]): Tabla<Fila> {
  const answers = new Map(columnas.map((columna) => [columna.encabezado.trim(), columna]))
  return {
    archivo: ARCHIVO_INE,
    titulo: 'Columnas del INE',
    descripcion:
      'Lo público con los encabezados del libro «baseDatosCandidatos» del INE, de quienes ocupan su lugar. De identidad, sólo «Sí» donde la persona autorizó publicar el distintivo.',
    llave: [],
    columnas: encabezados.map((encabezado, at): Columna<Fila> => {
      const columna = answers.get(encabezado)
      const preguntas = columna?.preguntas.map(({ clave }) => clave).join(', ')
      const entero = ENTEROS.includes(encabezado)
      return {
        nombre: encabezado,
        titulo: encabezado,
        significado: preguntas ? `Respuesta a: ${preguntas}.` : 'Columna del libro del INE, con sus propias palabras.',
        tipo: entero ? 'integer' : 'string',
        licencia: columna ? 'respuestas' : 'registro',
        fuente: 'Base de datos de candidaturas del INE, procesos locales de 2022',
        confianza: 'alta',
        de: (fila) => fila[at] ?? null,
      }
    }),
  }
}

const ENTEROS: readonly string[] = ['NUM_LISTA_O_FORMULA', 'EDAD']
