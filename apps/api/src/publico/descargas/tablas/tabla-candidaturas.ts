import { COLUMNAS_FICHA, type ColumnaFicha } from './columnas-ficha.ts'
import { columnasParaLeer } from './columnas-leer.ts'
import type { PreguntaAbiertaDto } from '../diccionario.dto.ts'
import type { Candidatura, Sitio } from '../fuente.ts'
import { juntos, type Columna, type Tabla, type Valor } from './tabla.ts'

/** One row for each candidatura: the record, why each section is seen or not, and each answer that the policy lets out. */
export function tablaCandidaturas(sitio: Sitio): Tabla<Candidatura> {
  const { diccionario, politica } = sitio
  const rules = new Map(politica?.campos.map((each) => [each.campo, each]))
  const isOpen = (campo: string | undefined) => campo === undefined || (rules.get(campo)?.publico ?? politica === null)
  const groundOf = (campo: string | undefined) => {
    const rule = campo === undefined ? undefined : rules.get(campo)
    return { fundamento: rule?.base ?? null, fuente: rule?.fuente ?? null, confianza: rule?.confianza ?? null }
  }
  const open = (columnas: readonly ColumnaFicha[]): Columna<Candidatura>[] =>
    columnas
      .filter(({ campo }) => isOpen(campo))
      .map(({ campo, licencia = 'registro', ...rest }) => ({ ...rest, licencia, ...groundOf(campo) }))
  const preguntas = diccionario.campos.filter(({ clave }) => isOpen(clave))
  return {
    archivo: 'candidaturas.csv',
    titulo: 'Candidaturas',
    descripcion:
      'Una fila por candidatura publicada, también las canceladas y sustituidas, con lo que la política de publicación deja ver.',
    llave: ['id'],
    columnas: [
      ...open(COLUMNAS_FICHA),
      ...seccionesDe(preguntas).map(columnaDeSeccion),
      ...preguntas.map((pregunta) => ({ ...columnaDePregunta(pregunta), ...groundOf(pregunta.clave) })),
      ...open(columnasParaLeer(sitio)),
    ],
  }
}

function seccionesDe(preguntas: readonly PreguntaAbiertaDto[]): { clave: string; titulo: string }[] {
  return [...new Map(preguntas.map(({ seccion, seccionTitulo }) => [seccion, { clave: seccion, titulo: seccionTitulo }])).values()]
}

function columnaDeSeccion({ clave, titulo }: { clave: string; titulo: string }): Columna<Candidatura> {
  return {
    nombre: `seccion_${clave}`,
    titulo: `Estado de la sección «${titulo}»`,
    significado: 'Por qué se ven sus respuestas, o por qué no. Vacía si lo capturado ya no es público o la sección no se le pregunta.',
    tipo: 'string',
    catalogo: 'estatus_seccion',
    licencia: 'registro',
    de: ({ secciones }) => secciones.find((each) => each.clave === clave)?.estatus ?? null,
  }
}

function columnaDePregunta({ clave, titulo, descripcion, tipo, opciones }: PreguntaAbiertaDto): Columna<Candidatura> {
  const list = tipo === 'lista' ? 'Si son varias, separadas por « | ».' : null
  return {
    nombre: clave,
    titulo,
    significado: [descripcion ?? titulo, list, opciones && `Opciones: ${opciones.join('; ')}.`].filter(Boolean).join(' '),
    tipo: tipo === 'logico' ? 'boolean' : tipo === 'entero' ? 'integer' : 'string',
    licencia: 'respuestas',
    de: ({ secciones }) => respuestaOf(secciones.flatMap(({ campos }) => campos).find((campo) => campo.clave === clave)?.valor),
  }
}

/** A text, a number, a yes or no; several are joined. */
function respuestaOf(valor: unknown): Valor {
  if (Array.isArray(valor)) return juntos(valor.map(String))
  return typeof valor === 'string' || typeof valor === 'number' || typeof valor === 'boolean' ? valor : null
}
