import type { Line } from './actos.ts'

/** By which something stops being shown or kept: where the act is missing, it is shown or kept again. */
const QUITAN =
  /^(consentimiento\.(otorgado|revocado|revisado)|(bloqueo|derecho|politica|acuerdo)\.|identidad\.suprimida|(fotografia|candidatura)\.retirada)/
const LECTURA = /_leid[oa]$/

interface Acto {
  n: number
  acto: string
  en: string
  objeto: { tipo: string; id: string } | null
}

/** What is missing, in sentences: each act that has to be registered again, and how many there are of every other kind. */
export function relacionar(lines: readonly Line[]): string {
  const actos = lines.map(toActo)
  const quita = ({ acto }: Acto) => QUITAN.test(acto) && !LECTURA.test(acto)
  const otros = new Map<string, number>()
  for (const { acto } of actos.filter((each) => !quita(each))) otros.set(acto, (otros.get(acto) ?? 0) + 1)
  return [
    ...listed(
      'Se registran otra vez, antes de servir lo público (las supresiones, con npm run llavero -- resuprimir):',
      actos.filter(quita),
    ),
    ...(otros.size > 0 ? [`Los demás: ${[...otros].map(([acto, times]) => `${acto} (${times})`).join(', ')}.`] : []),
  ].join('\n')
}

/** «los actos 24 a 27» */
export function tramo(desde: number, hasta: number): string {
  return desde === hasta ? `el acto ${desde}` : `los actos ${desde} a ${hasta}`
}

function listed(title: string, actos: readonly Acto[]): string[] {
  return actos.length === 0
    ? []
    : [title, ...actos.map(({ n, en, acto, objeto }) => `  ${n}  ${en}  ${acto}${objeto ? `  ${objeto.tipo} ${objeto.id}` : ''}`)]
}

function toActo({ n, contenido }: Line): Acto {
  const { acto, en, objeto } = JSON.parse(contenido) as Partial<Acto>
  return { n, acto: acto ?? '', en: en ?? '', objeto: objeto ?? null }
}
