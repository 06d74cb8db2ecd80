import { preguntaDe, seccionesDe, type CompiledCuestionario } from '@conoceles/cuestionarios'
import type { GrupoPack } from '@conoceles/domain'

/** A question whose answer may be public: its meaning and its accepted answers. Whether it is public, the policy says. */
export interface PreguntaAbierta {
  clave: string
  titulo: string
  descripcion: string | null
  seccion: string
  seccionTitulo: string
  tipo: 'texto' | 'lista' | 'logico' | 'entero'
  presentacion: string
  /** Accepted answers, where they are a catalogue. */
  opciones: readonly string[] | null
  /** Characters, blanks included. */
  maximo: number | null
  columnaIne: string | null
  hosts: readonly string[] | null
  fuente: string | null
  confianza: string | null
}

const TIPOS = { string: 'texto', array: 'lista', boolean: 'logico', integer: 'entero' } as const

/** Every question that some version asks, each as it was asked last; those that are asked no more stand last. `versiones`: the newest first. */
export function preguntasDe(versiones: readonly CompiledCuestionario[]): PreguntaAbierta[] {
  const found = new Map<string, PreguntaAbierta>()
  for (const compiled of versiones) {
    for (const { clave: seccion, titulo: seccionTitulo, campos } of seccionesDe(compiled)) {
      for (const clave of campos.filter((campo) => !found.has(campo))) {
        const pregunta = toPregunta(compiled, { clave, seccion, seccionTitulo })
        if (pregunta) found.set(clave, pregunta)
      }
    }
  }
  return [...found.values()]
}

function toPregunta(
  compiled: CompiledCuestionario,
  place: Pick<PreguntaAbierta, 'clave' | 'seccion' | 'seccionTitulo'>,
): PreguntaAbierta | null {
  const question = preguntaDe(compiled, place.clave)
  if (!question) return null
  const { title, description, type, items, enum: opciones, maxLength, hosts } = question
  return {
    ...place,
    titulo: title,
    descripcion: orNull(description),
    tipo: TIPOS[type],
    presentacion: question['x-presentacion'] ?? 'texto',
    opciones: orNull(opciones ?? items?.enum),
    maximo: orNull(maxLength ?? items?.maxLength),
    columnaIne: orNull(question['x-columnaIne']),
    hosts: orNull(hosts),
    fuente: orNull(question['x-fuente']),
    confianza: orNull(question['x-confianza']),
  }
}

function orNull<T>(value: T | undefined): T | null {
  return value ?? null
}

/** A group whose badge may be public. Its question is named only where the INE's workbook writes it. */
export interface GrupoAbierto {
  clave: string
  nombre: string
  pregunta: string | null
  columnaIne: string | null
}

/** `versiones`: of the identity cuestionario, the newest first. */
export function gruposDe(grupos: readonly GrupoPack[], versiones: readonly CompiledCuestionario[]): GrupoAbierto[] {
  return grupos.map(({ clave, nombre, pregunta }) => {
    const asked = pregunta === null ? [] : versiones.flatMap((compiled) => preguntaDe(compiled, pregunta) ?? [])
    return { clave, nombre, pregunta, columnaIne: asked[0]?.['x-columnaIne'] ?? null }
  })
}
