import { ETAPAS_CONCLUSION, TOMAS_CONCLUSION, type ProcesoPack } from '@conoceles/domain'
import { probar, probarFilas, type Falta } from '../falta.ts'

/** Faults of a pack's plan of conclusion. */
export function faltasDeConclusion({ conclusion, politicaPublicacion }: ProcesoPack): Falta[] {
  const { etapas, quedan, conclusionProceso } = conclusion
  const publicos = new Set(politicaPublicacion.campos.filter(({ publico }) => publico).map(({ campo }) => campo))
  const sinFuente = (fuente: string) => ({ falla: !fuente, dice: 'Este dato no dice su fuente', remedio: 'Escríbala en «fuente»' })
  return [
    ...probar(
      ['conclusion', 'etapas'],
      [
        {
          falla: etapas.map(({ clave }) => clave).join() !== ETAPAS_CONCLUSION.join(),
          dice: 'Las etapas de la conclusión, o su orden, no son las que hay',
          remedio: `Use, en orden: ${ETAPAS_CONCLUSION.join(', ')}`,
        },
      ],
    ),
    ...probar(['conclusion', 'quedan'], [sinFuente(quedan.fuente)]),
    ...probar(['conclusion', 'conclusionProceso'], [sinFuente(conclusionProceso.fuente)]),
    ...probarFilas(['conclusion', 'quedan', 'campos'], quedan.campos, (campo) => [
      { falla: !publicos.has(campo), dice: `Quedaría público «${campo}», que no lo es`, remedio: 'Quítelo de esta lista' },
    ]),
    ...probarFilas(['conclusion', 'etapas'], etapas, ({ clave, base, fuente, regla, toma }) => [
      sinFuente(fuente),
      { falla: !base, en: ['base'], dice: `La etapa «${clave}» no tiene fundamento`, remedio: 'Escríbalo en «base»' },
      { falla: !previas(clave).includes(regla.desde), en: ['regla'], dice: `La etapa «${clave}» espera a una que viene después`, remedio: `Use ${previas(clave).join(', ')}` },
      { falla: toma.some((each) => !TOMAS_CONCLUSION.includes(each)), en: ['toma'], dice: `La etapa «${clave}» toma algo que no existe`, remedio: `Use ${TOMAS_CONCLUSION.join(', ')}` },
    ]), // prettier-ignore
  ]
}

function previas(clave: string): string[] {
  const at = ETAPAS_CONCLUSION.findIndex((each) => each === clave)
  return ['jornada', 'conclusion_proceso', ...ETAPAS_CONCLUSION.slice(0, Math.max(at, 0))]
}
