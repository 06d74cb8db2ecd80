/** Address under which everything public is. */
export const PUBLICO = '/api/v1/publico'

type Json = Readonly<Record<string, unknown>>

interface Especificacion {
  paths?: Readonly<Record<string, object>>
  components?: Readonly<Record<string, Json>>
  tags?: readonly { name: string }[]
  info: object
}

/** Description of the public routes alone, with the parts that they name and no others: nothing of it asks for a token. */
export function toPublica<T extends Especificacion>(whole: T): object {
  const paths = Object.fromEntries(Object.entries(whole.paths ?? {}).filter(([path]) => path === PUBLICO || path.startsWith(`${PUBLICO}/`)))
  const operations = Object.values(paths).flatMap((path) => Object.values(path) as { tags?: string[] }[])
  const used = new Set(operations.flatMap(({ tags }) => tags ?? []))
  return {
    ...whole,
    tags: whole.tags?.filter(({ name }) => used.has(name)),
    security: [],
    paths,
    components: named(whole.components ?? {}, paths),
  }
}

const REF = '#/components/'

/** The components that `from` names, and those that these name. */
function named(components: Readonly<Record<string, Json>>, from: object): Record<string, Record<string, unknown>> {
  const found: Record<string, Record<string, unknown>> = {}
  const open: unknown[] = [from]
  while (open.length > 0) {
    for (const ref of refsIn(open.pop())) {
      const [kind = '', name = ''] = ref.slice(REF.length).split('/')
      const kept = (found[kind] ??= {})
      if (name in kept) continue
      kept[name] = components[kind]?.[name]
      open.push(kept[name])
    }
  }
  return Object.fromEntries(Object.entries(found).map(([kind, parts]) => [kind, sorted(parts)]))
}

function refsIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, each]) =>
    key === '$ref' && typeof each === 'string' && each.startsWith(REF) ? [each] : refsIn(each),
  )
}

function sorted(parts: Json): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parts).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Each public route with its sentence, for a program or a person that begins at the address alone. */
export function rutasDe(whole: Especificacion): { ruta: string; resumen: string }[] {
  return Object.entries(whole.paths ?? {}).flatMap(([ruta, path]) => {
    const { get } = path as { get?: { summary?: string } }
    return get && ruta.startsWith(`${PUBLICO}/`) ? [{ ruta, resumen: get.summary ?? '' }] : []
  })
}
