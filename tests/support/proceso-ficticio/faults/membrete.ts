import { isConfirmada, type ProcesoPack, type Sourced } from '@conoceles/domain'

const PNG = 'iVBORw0KGgo'

/** Faults of the letterhead: parts without a source, lemas of the same days, an emblem that is no picture, words that print a doubt. */
export function membreteFaults({ membrete }: ProcesoPack): string[] {
  if (!membrete) return ['no membrete']
  const { lemas, emblema, firma, copias, ...texts } = membrete
  const sourced: [string, Sourced][] = [
    ...Object.entries(texts),
    ...lemas.map((each): [string, Sourced] => [`lema ${each.desde}`, each]),
    ...Object.entries({ emblema, firma, copias }),
  ]
  const printed = [...Object.values(texts).map(({ texto }) => texto), ...lemas.map(({ texto }) => texto), firma.rotulo, firma.presente]
  return [
    ...sourced.filter(([, { fuente }]) => !fuente).map(([part]) => `membrete ${part}: no source`),
    ...Object.entries(texts).filter(([, { texto }]) => texto === '').map(([part]) => `membrete ${part}: blank`), // prettier-ignore
    ...(membrete.nombre.texto === null || !isConfirmada(membrete.nombre.confianza) ? ['membrete: nobody confirmed the name'] : []),
    ...(emblema.png === null || emblema.png.startsWith(PNG) ? [] : ['membrete emblema: no PNG']),
    ...printed.filter((text) => /por confirmar|[«»]/i.test(text ?? '')).map((text) => `membrete: prints «${text}»`),
    ...lemas.filter(({ decreto, texto }) => !decreto || !texto).map(({ desde }) => `lema ${desde}: without its decree`),
    ...lemas
      .filter((each, at) => lemas.some((other, n) => n > at && overlaps(each, other)))
      .map(({ desde }) => `lema ${desde}: another on its days`),
  ]
}

interface Days {
  desde: string
  hasta: string | null
}

function overlaps(one: Days, other: Days): boolean {
  return one.desde <= (other.hasta ?? '9999') && other.desde <= (one.hasta ?? '9999')
}
