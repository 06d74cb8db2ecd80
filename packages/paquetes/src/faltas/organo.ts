import { ENCARGOS, razonesContraEncargo, TIPOS_SESION, type MasDe, type OrganoPack, type ProcesoPack } from '@conoceles/domain'
import { probar, probarFilas, type Falta, type Prueba } from '../falta.ts'

/** Faults of a pack's organs: their rules, and charges that could not have been held so. */
export function faltasDeOrganos({ organos, integraciones }: ProcesoPack): Falta[] {
  const sesionan = new Set(organos.filter(({ sesiones }) => sesiones !== null).map(({ clave }) => clave))
  return [
    ...probar(['organos'], [{ falla: organos.length === 0, dice: 'No hay ningún órgano', remedio: 'Agregue el que aprueba los acuerdos' }]),
    ...probarFilas(['organos'], organos, pruebasDeOrgano),
    ...probarFilas(['integraciones'], integraciones, (each) => {
      const { clave, encargo, organo } = each
      const others = integraciones.filter((other) => other.organo === organo && other.clave !== clave)
      const dated = (row: typeof each) => ({ ...row, id: row.clave })
      return [
        { falla: !ENCARGOS.includes(encargo), en: ['encargo'], dice: `«${clave}» tiene el encargo «${encargo}»`, remedio: `Use ${ENCARGOS.join(', ')}` },
        { falla: !sesionan.has(organo), en: ['organo'], dice: `«${clave}» es del órgano «${organo}», que no existe o no sesiona`, remedio: 'Use la clave de un órgano que sesiona' },
        ...razonesContraEncargo(others.map(dated), dated(each)).map((razon) => ({ falla: true, dice: `«${clave}»: ${razon.replace(/\.$/, '')}`, remedio: 'Corrija sus fechas o su encargo' })),
      ] // prettier-ignore
    }),
  ]
}

function pruebasDeOrgano({ clave, articulo, nombre, sesiones }: OrganoPack): Prueba[] {
  const propias = [
    { falla: articulo === undefined, dice: `El órgano «${clave}» no dice su artículo`, remedio: 'Escriba "articulo": "el" o "la"' },
    {
      falla: /[«»“”]/.test(nombre),
      en: ['nombre'],
      dice: `El nombre de «${clave}» lleva comillas que no son suyas`,
      remedio: 'Use comillas rectas, o ninguna',
    },
  ]
  if (!sesiones) return propias
  const { quorum, mayoria, convocatoriaHoras } = sesiones
  return [
    ...propias,
    { falla: !isPart(quorum.masDe) || !isPart(mayoria.masDe), en: ['sesiones'], dice: `El quórum o la mayoría de «${clave}» no es una parte`, remedio: 'Escriba una fracción, como [1, 2]' },
    { falla: TIPOS_SESION.some((tipo) => convocatoriaHoras[tipo] === undefined), en: ['sesiones', 'convocatoriaHoras'], dice: `«${clave}» no dice con cuántas horas se convoca cada sesión`, remedio: `Escriba ${TIPOS_SESION.join(', ')}, con horas o null` },
  ] // prettier-ignore
}

function isPart([numerator, denominator]: MasDe): boolean {
  return numerator > 0 && numerator < denominator
}
