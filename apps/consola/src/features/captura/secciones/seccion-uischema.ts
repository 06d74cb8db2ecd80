import { esVisible, type CompiledCuestionario, type Respuestas } from '@conoceles/cuestionarios'

interface Element {
  type: string
  rule?: unknown
  options?: Record<string, unknown>
  scope?: string
  label?: string
  elements?: Element[]
}

export interface SectionSource {
  compiled: CompiledCuestionario
  uischema: Record<string, unknown>
  clave: string
  /** Respuestas of every section of the cuestionario: a rule may look at another one. */
  todas: Respuestas
}

/**
 * The part of the UI schema that shows one section as things stand: hidden questions are left out and rules taken away,
 * so that one place, packages/cuestionarios, decides what is visible.
 */
export function sectionUischema({ compiled, uischema, clave, todas }: SectionSource): Element {
  const categories = (uischema.elements ?? []) as Element[]
  const category = categories.find((element) => element.options?.clave === clave)
  return { type: 'VerticalLayout', elements: visibleOf(category?.elements ?? [], compiled, todas) }
}

function visibleOf(elements: Element[], compiled: CompiledCuestionario, todas: Respuestas): Element[] {
  return elements.flatMap(({ rule: _, ...element }) => {
    if (element.elements === undefined) return isShown(element, compiled, todas) ? [element] : []
    const children = visibleOf(element.elements, compiled, todas)
    return children.length > 0 ? [{ ...element, elements: children }] : []
  })
}

function isShown(element: Element, compiled: CompiledCuestionario, todas: Respuestas): boolean {
  const campo = element.scope?.replace('#/properties/', '')
  return campo !== undefined && esVisible(compiled, campo, todas)
}
