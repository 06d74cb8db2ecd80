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
  /** Questions of this page; null: all of the section. */
  campos?: readonly string[] | null
}

/**
 * The part of the UI schema that shows one section as things stand: hidden questions are left out and rules taken away,
 * so that one place, packages/cuestionarios, decides what is visible.
 */
export function sectionUischema({ compiled, uischema, clave, todas, campos = null }: SectionSource): Element {
  const categories = (uischema.elements ?? []) as Element[]
  const category = categories.find((element) => element.options?.clave === clave)
  return {
    type: 'VerticalLayout',
    elements: visibleOf(category?.elements ?? [], (campo) => (campos?.includes(campo) ?? true) && esVisible(compiled, campo, todas)),
  }
}

function visibleOf(elements: Element[], shown: (campo: string) => boolean): Element[] {
  return elements.flatMap(({ rule: _, ...element }) => {
    if (element.elements === undefined) return isShown(element, shown) ? [element] : []
    const children = visibleOf(element.elements, shown)
    return children.length > 0 ? [{ ...element, elements: children }] : []
  })
}

function isShown({ scope }: Element, shown: (campo: string) => boolean): boolean {
  return scope !== undefined && shown(scope.replace('#/properties/', ''))
}
