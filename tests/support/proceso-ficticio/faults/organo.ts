import { ENCARGOS, razonesContraEncargo, TIPOS_SESION, type MasDe, type ProcesoPack } from '@conoceles/domain'

/** Faults of a pack's organs: their rules, and charges that could not have been held so. */
export function organoFaults({ organos, integraciones }: ProcesoPack): string[] {
  const sit = organos.flatMap(({ clave, sesiones }) => (sesiones ? [{ clave, ...sesiones }] : []))
  return [
    ...organos.filter(({ articulo }) => articulo === undefined).map(({ clave }) => `organo ${clave}: articulo`),
    ...organos.filter(({ nombre }) => /[«»“”]/.test(nombre)).map(({ clave }) => `organo ${clave}: quotes that its name does not have`),
    ...sit.filter(({ quorum, mayoria }) => !isPart(quorum.masDe) || !isPart(mayoria.masDe)).map(({ clave }) => `organo ${clave}: masDe`),
    ...sit
      .filter(({ convocatoriaHoras }) => TIPOS_SESION.some((tipo) => convocatoriaHoras[tipo] === undefined))
      .map(({ clave }) => `organo ${clave}: convocatoriaHoras`),
    ...integraciones.filter(({ encargo }) => !ENCARGOS.includes(encargo)).map(({ clave }) => `integracion ${clave}: encargo`),
    ...integraciones.filter(({ organo }) => !sit.some(({ clave }) => clave === organo)).map(({ clave }) => `integracion ${clave}: organo`),
    ...integraciones.flatMap((each) => {
      const others = integraciones.filter(({ organo, clave }) => organo === each.organo && clave !== each.clave)
      const dated = (row: typeof each) => ({ ...row, id: row.clave })
      return razonesContraEncargo(others.map(dated), dated(each)).map((reason) => `integracion ${each.clave}: ${reason}`)
    }),
  ]
}

function isPart([numerator, denominator]: MasDe): boolean {
  return numerator > 0 && numerator < denominator
}
