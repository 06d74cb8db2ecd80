import { contenidoDe, type RenglonExtracto, ACTOS, esActo, type Devuelve } from '@conoceles/domain'

interface Acto {
  n: number
  acto: string
  en: string
  objeto: { tipo: string; id: string } | null
  candidaturas: string[]
}

const TITULOS: Record<Exclude<Devuelve, 'nada'>, string> = {
  vista:
    'Por ellos algo dejó de mostrarse o de guardarse. Se registran otra vez, antes de servir lo público (las supresiones, con npm run llavero -- resuprimir):',
  acceso:
    'Por ellos alguien dejó de tener acceso, y otra vez lo tiene. Se desactiva, se restablece o se retira otra vez, antes de abrir la consola a los demás:',
}
/** How many candidaturas of one act are named. */
const NAMED = 5

/** Writes the missing acts in sentences: each act that has to be done again, with its object, and the counts of every other kind. */
export function relacionar(lines: readonly RenglonExtracto[]): string {
  const actos = lines.map(toActo)
  const otros = new Map<string, number>()
  for (const { acto } of actos.filter((each) => devuelve(each) === 'nada')) otros.set(acto, (otros.get(acto) ?? 0) + 1)
  return [
    ...listed('vista', actos),
    ...listed('acceso', actos),
    ...(otros.size > 0 ? [`Los demás: ${[...otros].map(([acto, times]) => `${acto} (${times})`).join(', ')}.`] : []),
  ].join('\n')
}

/** An act that this version does not know is told with those that have to be done again. */
function devuelve({ acto }: Acto): Devuelve {
  return esActo(acto) ? ACTOS[acto].devuelve : 'vista'
}

function listed(que: Exclude<Devuelve, 'nada'>, all: readonly Acto[]): string[] {
  const actos = all.filter((each) => devuelve(each) === que)
  return actos.length === 0 ? [] : [TITULOS[que], ...actos.map(toLine)]
}

/** An object made after the backup is not in the base under its own id; the candidaturas that the act names are. */
function toLine({ n, en, acto, objeto, candidaturas }: Acto): string {
  const others = candidaturas.filter((id) => id !== objeto?.id)
  const named = others.slice(0, NAMED)
  const rest = others.length - NAMED
  return [
    `  ${n}  ${en}  ${acto}`,
    ...(objeto ? [`${objeto.tipo} ${objeto.id}`] : []),
    ...(named.length > 0 ? [`candidatura ${named.join(', ')}${rest > 0 ? ` y ${rest} más` : ''}`] : []),
  ].join('  ')
}

function toActo(renglon: RenglonExtracto): Acto {
  const { n } = renglon
  const { acto, en, objeto, detalle } = contenidoDe(renglon) as Partial<Acto> & { detalle?: { candidaturas?: unknown } }
  const named = detalle?.candidaturas
  return { n, acto: acto ?? '', en: en ?? '', objeto: objeto ?? null, candidaturas: Array.isArray(named) ? (named as string[]) : [] }
}
