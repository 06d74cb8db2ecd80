import { isConfirmada, type MembretePack, type ProcesoPack } from '@conoceles/domain'
import { probar, probarFilas, type Falta } from '../falta.ts'

const PNG = 'iVBORw0KGgo'

/** Faults of the letterhead: parts without a source, lemas of the same days, an emblem that is no picture, words that print a doubt. */
export function faltasDeMembrete({ membrete }: ProcesoPack): Falta[] {
  if (!membrete) return []
  const { lemas, emblema, firma, copias, ...textos } = membrete
  return [
    ...Object.entries({ ...textos, emblema, firma, copias }).flatMap(([parte, { fuente }]) =>
      probar(
        ['membrete', parte],
        [{ falla: !fuente, dice: `«${parte}» del membrete no dice su fuente`, remedio: 'Escríbala en «fuente»' }],
      ),
    ),
    ...Object.entries(textos).flatMap(([parte, { texto }]) =>
      probar(['membrete', parte], [{ falla: texto === '', dice: `«${parte}» del membrete está en blanco`, remedio: 'Escríbalo, o ponga null' }, imprimeDuda(texto)]),
    ), // prettier-ignore
    ...probar(
      ['membrete'],
      [
        {
          falla: membrete.nombre.texto === null || !isConfirmada(membrete.nombre.confianza),
          en: ['nombre'],
          dice: 'Nadie ha confirmado el nombre del membrete',
          remedio: 'Escriba el nombre con su fuente y su confianza',
        },
        {
          falla: emblema.png !== null && !emblema.png.startsWith(PNG),
          en: ['emblema', 'png'],
          dice: 'El emblema del membrete no es un PNG',
          remedio: 'Ponga en «png» un archivo PNG en base64, o null',
        },
      ],
    ),
    ...probar(['membrete', 'firma'], [imprimeDuda(firma.rotulo), imprimeDuda(firma.presente)]),
    ...lemaFaltas(lemas),
  ]
}

function lemaFaltas(lemas: MembretePack['lemas']): Falta[] {
  return probarFilas(['membrete', 'lemas'], lemas, ({ desde, decreto, texto, fuente, ...each }, at) => [
    { falla: !fuente, dice: `El lema del ${desde} no dice su fuente`, remedio: 'Escríbala en «fuente»' },
    { falla: !decreto || !texto, dice: `Al lema del ${desde} le falta el texto o el decreto`, remedio: 'Complételo' },
    {
      falla: lemas.some((other, n) => n > at && overlaps({ desde, ...each }, other)),
      dice: `El lema del ${desde} coincide con otro en sus días`,
      remedio: 'Corrija «desde» o «hasta»',
    },
    imprimeDuda(texto),
  ])
}

function imprimeDuda(texto: string | null) {
  return {
    falla: /por confirmar|[«»]/i.test(texto ?? ''),
    dice: `El membrete imprimiría «${String(texto)}»`,
    remedio: 'Deje null lo que no está confirmado',
  }
}

interface Days {
  desde: string
  hasta: string | null
}

function overlaps(one: Days, other: Days): boolean {
  return one.desde <= (other.hasta ?? '9999') && other.desde <= (one.hasta ?? '9999')
}
