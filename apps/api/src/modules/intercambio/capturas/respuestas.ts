import { acceptRespuestas, faltantesDe, type CompiledCuestionario } from '@conoceles/cuestionarios'
import { plainKey } from '@conoceles/domain'
import type { RespuestaEscritaDto } from './archivos.dto.ts'
import { ademasDe, type PreguntaEscrita } from './etiquetas.ts'
import type { Pieza } from './piezas.ts'
import { valorAdemas, valorDe } from './valores.ts'

type Escrita = Pieza['respuestas'][number]

interface Cuestionario {
  compiled: CompiledCuestionario
  preguntas: readonly PreguntaEscrita[]
}

/** The texts of a piece as respuestas, each judged as a save would judge it, and those that a text holds beside its own. */
export function respuestasDe({ respuestas }: Pick<Pieza, 'respuestas'>, cuestionario: Cuestionario): RespuestaEscritaDto[] {
  return respuestas.flatMap((respuesta) => [toRespuesta(respuesta, cuestionario), ...ademas(respuesta, { respuestas, cuestionario })])
}

function toRespuesta({ campo, etiqueta, texto }: Escrita, { compiled, preguntas }: Cuestionario): RespuestaEscritaDto {
  const pregunta = preguntas.find((each) => each.campo === campo)
  const read = pregunta ? valorDe(pregunta.question, texto) : { razon: 'La pregunta ya no está en el cuestionario.' }
  if (!pregunta || 'razon' in read) return { campo, etiqueta, texto, ...imposible('razon' in read ? [read.razon] : []) }
  const { respuestas, rechazadas } = acceptRespuestas(compiled, pregunta.seccion, { [campo]: read.valor }, {})
  if (rechazadas.length > 0) return { campo, etiqueta, texto, ...imposible(rechazadas.flatMap(({ reasons }) => reasons)) }
  // One that depends on another answer is hidden without it, and stays as it was read.
  const respuesta = Object.hasOwn(respuestas, campo) ? respuestas : { [campo]: read.valor }
  const personales = privados(pregunta, texto)
  const avisos = [...personales, ...cortos({ compiled, pregunta, respuesta })]
  return { campo, etiqueta, texto, respuesta, razones: [], avisos, dudosa: personales.length > 0 }
}

const imposible = (razones: string[]) => ({ respuesta: null, razones, avisos: [], dudosa: false })

function cortos({
  compiled,
  pregunta,
  respuesta,
}: {
  compiled: CompiledCuestionario
  pregunta: PreguntaEscrita
  respuesta: object
}): string[] {
  const { campo, seccion } = pregunta
  const own = faltantesDe(compiled, seccion, { ...respuesta }, {}).find((faltante) => faltante.campo === campo)
  return (own?.razones ?? []).map((razon) => `${razon}, para poder enviarla.`)
}

/** A text that is published and may hold a way to reach her, or a clave of hers. */
function privados({ question }: PreguntaEscrita, texto: string): string[] {
  const isText = question.enum === undefined && question.format === undefined && question.pattern === undefined
  const found = isText ? Object.entries(PRIVADOS).filter(([, holds]) => holds(texto)) : []
  return found.length > 0 ? [`Parece traer ${found.map(([nombre]) => nombre).join(' y ')}: léala antes de guardarla, pues se publica.`] : []
}

const PRIVADOS: Readonly<Record<string, (texto: string) => boolean>> = {
  'un teléfono': (texto) => /\d{10}/.test(texto.replaceAll(/[\s().+-]/g, '')),
  'un correo o una cuenta': (texto) =>
    texto.includes('@') ||
    plainKey(texto)
      .split(' ')
      .some((word) => CUENTAS.has(word)),
  'una CURP o una clave de elector': (texto) => texto.split(/[^A-Z0-9]/).some((word) => CURP.test(word) || ELECTOR.test(word)),
}

const CUENTAS = new Set(['face', 'facebook', 'insta', 'instagram', 'tiktok', 'whats', 'whatsapp'])
const CURP = /^[A-Z]{4}\d{6}[A-Z]{6}[A-Z0-9]{2}$/
const ELECTOR = /^[A-Z]{6}\d{8}[HM]\d{3}$/

/** Answers that a text holds beside its own, unless the file gives them elsewhere. */
function ademas(
  { campo, etiqueta, texto }: Escrita,
  { respuestas, cuestionario: { preguntas } }: { respuestas: readonly Escrita[]; cuestionario: Cuestionario },
): RespuestaEscritaDto[] {
  return ademasDe(preguntas, campo)
    .filter((other) => !respuestas.some((respuesta) => respuesta.campo === other.campo))
    .flatMap((other) => {
      const valor = valorAdemas(other.question, texto)
      return valor === null
        ? []
        : [{ campo: other.campo, etiqueta, texto, respuesta: { [other.campo]: valor }, razones: [], avisos: [], dudosa: false }]
    })
}
