import { CONFIANZAS, ORDENES_PRESENTACION, type ProcesoPack } from '@conoceles/domain'

/** Explanations name cargos that there are, once each, and say where they come from. */
export function consultaFaults({ consulta, cargos, estadistica }: ProcesoPack): string[] {
  const { orden, escolaridad, funciones, preguntas } = consulta
  const claves = [...funciones.map(({ cargo }) => cargo), ...preguntas.map(({ clave }) => clave)]
  return [
    ...(ORDENES_PRESENTACION.includes(orden.clave) ? [] : [`consulta: orden ${orden.clave} does not exist`]),
    ...(escolaridad === null || estadistica.publicas.some(({ clave }) => clave === escolaridad)
      ? []
      : [`consulta: no public table ${escolaridad}`]),
    ...funciones.filter(({ cargo }) => !cargos.some(({ clave }) => clave === cargo)).map(({ cargo }) => `consulta: no cargo ${cargo}`),
    ...claves.filter((clave, at) => claves.indexOf(clave) !== at).map((clave) => `consulta: ${clave} is there twice`),
    ...[orden, ...funciones, ...preguntas]
      .filter(({ fuente, confianza }) => !fuente || !CONFIANZAS.includes(confianza))
      .map(() => 'consulta has no source'),
  ]
}
