import { CONFIANZAS, ORDENES_PRESENTACION, type ProcesoPack } from '@conoceles/domain'

/** Explanations name cargos that there are, once each, and say where they come from. */
export function consultaFaults({ consulta, cargos, estadistica }: ProcesoPack): string[] {
  const { orden, escolaridad, boletas = [], funciones, preguntas, casilla } = consulta
  const claves = [...funciones.map(({ cargo }) => cargo), ...preguntas.map(({ clave }) => clave)]
  const printed = boletas.flatMap(({ frente, reverso }) => [...frente, ...reverso])
  return [
    ...cargos
      .filter(({ clave }) => boletas.length > 0 && printed.filter((each) => each === clave).length !== 1)
      .map(({ clave }) => `consulta: cargo ${clave} is not on one ballot`),
    ...printed.filter((cargo) => !cargos.some(({ clave }) => clave === cargo)).map((cargo) => `consulta: a ballot names no cargo ${cargo}`),
    ...boletas
      .filter(({ impresa }) => impresa !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(impresa))
      .map(({ clave }) => `consulta: ballot ${clave} was printed on no day`),
    ...(ORDENES_PRESENTACION.includes(orden.clave) ? [] : [`consulta: orden ${orden.clave} does not exist`]),
    ...(escolaridad === null || estadistica.publicas.some(({ clave }) => clave === escolaridad)
      ? []
      : [`consulta: no public table ${escolaridad}`]),
    ...funciones.filter(({ cargo }) => !cargos.some(({ clave }) => clave === cargo)).map(({ cargo }) => `consulta: no cargo ${cargo}`),
    ...claves.filter((clave, at) => claves.indexOf(clave) !== at).map((clave) => `consulta: ${clave} is there twice`),
    ...(casilla && !/^https:\/\/[^/]/.test(casilla.direccion) ? ['consulta: where one looks up her casilla is no address'] : []),
    ...[orden, ...boletas, ...funciones, ...preguntas, ...(casilla ? [casilla] : [])]
      .filter(({ fuente, confianza }) => !fuente || !CONFIANZAS.includes(confianza))
      .map(() => 'consulta has no source'),
  ]
}
