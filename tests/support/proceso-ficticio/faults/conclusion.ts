import { ETAPAS_CONCLUSION, TOMAS_CONCLUSION, type ProcesoPack } from '@conoceles/domain'

/** Faults of a pack's plan of conclusion. */
export function conclusionFaults({ conclusion, politicaPublicacion }: ProcesoPack): string[] {
  const { etapas, quedan, conclusionProceso } = conclusion
  const publicos = politicaPublicacion.campos.filter(({ publico }) => publico).map(({ campo }) => campo)
  const before = (clave: string) => [
    'jornada',
    'conclusion_proceso',
    ...ETAPAS_CONCLUSION.slice(
      0,
      etapas.findIndex((each) => each.clave === clave),
    ),
  ]
  return [
    ...(etapas.map(({ clave }) => clave).join() === ETAPAS_CONCLUSION.join() ? [] : ['conclusion: its stages or their order']),
    ...[quedan, conclusionProceso, ...etapas].filter(({ fuente }) => !fuente).map(() => 'conclusion has no source'),
    ...quedan.campos.filter((campo) => !publicos.includes(campo)).map((campo) => `conclusion would keep ${campo}, which is not public`),
    ...etapas.filter(({ base }) => !base).map(({ clave }) => `etapa ${clave} has no ground`),
    ...etapas.filter(({ clave, regla }) => !before(clave).includes(regla.desde)).map(({ clave }) => `etapa ${clave} waits for a later one`),
    ...etapas.flatMap(({ clave, toma }) =>
      toma.filter((each) => !TOMAS_CONCLUSION.includes(each)).map((each) => `etapa ${clave} takes ${each}`),
    ),
  ]
}
