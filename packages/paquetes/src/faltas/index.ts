import type { ProcesoPack } from '@conoceles/domain'
import { esDia, probar, type Falta } from '../falta.ts'
import { faltasDeAvisos } from './aviso.ts'
import { faltasDeCatalogos } from './catalogos.ts'
import { faltasDeCierres } from './cierres.ts'
import { faltasDeConclusion } from './conclusion.ts'
import { avisosDeConsulta, faltasDeConsulta } from './consulta.ts'
import { faltasDeCuestionarios } from './cuestionarios.ts'
import { faltasDeEstadistica } from './estadistica.ts'
import { faltasDeFechas } from './fechas.ts'
import { faltasDeFuentes } from './fuentes.ts'
import { faltasDeIdiomas, type Mensajes } from './idioma.ts'
import { faltasDeMembrete } from './membrete.ts'
import { faltasDeMosaicos } from './mosaico.ts'
import { faltasDeOrganos } from './organo.ts'
import { faltasDePolitica } from './politica.ts'
import { faltasDePostulaciones } from './postulaciones.ts'
import { faltasDePrograma } from './programa.ts'
import { faltasDeSenas } from './senas.ts'
import { avisosDeTerritorio, faltasDeTerritorio } from './territorio.ts'
import { faltasDeVida } from './vida.ts'

export type { Mensajes }

/** Everything that is wrong with a pack; none: it can be loaded. Translations are checked against `mensajes`, where they are given. */
export function faltasDePaquete(pack: ProcesoPack, mensajes?: Mensajes): Falta[] {
  // A missing zone or day would make almost every other rule speak of it.
  const primeras = faltasDeIdentidad(pack)
  if (primeras.length > 0) return primeras
  return [
    ...faltasDeFechas(pack),
    ...faltasDeCatalogos(pack),
    ...faltasDeTerritorio(pack),
    ...faltasDePostulaciones(pack),
    ...faltasDeFuentes(pack),
    ...faltasDeCuestionarios(pack),
    ...faltasDePolitica(pack),
    ...faltasDeAvisos(pack),
    ...faltasDeVida(pack),
    ...faltasDePrograma(pack),
    ...faltasDeOrganos(pack),
    ...faltasDeMembrete(pack),
    ...faltasDeEstadistica(pack),
    ...faltasDeConclusion(pack),
    ...faltasDeConsulta(pack),
    ...faltasDeIdiomas(pack, mensajes),
    ...faltasDeSenas(pack),
    ...faltasDeMosaicos(pack),
    ...faltasDeCierres(pack),
  ]
}

/** Gaps with which a pack loads all the same: its author may not know them. */
export function avisosDePaquete(pack: ProcesoPack): Falta[] {
  return [...avisosDeConsulta(pack), ...avisosDeTerritorio(pack)]
}

function faltasDeIdentidad({ clave, zona, jornada }: ProcesoPack): Falta[] {
  return [
    ...probar(['clave'], [{ falla: !/^[a-z0-9-]{3,60}$/.test(clave), dice: `La clave «${clave}» no sirve`, remedio: 'Use de 3 a 60 minúsculas, cifras y guiones' }]), // prettier-ignore
    ...probar(['zona'], [{ falla: !esZona(zona), dice: `«${zona}» no es una zona horaria`, remedio: 'Use un nombre como America/Mexico_City o America/Tijuana' }]), // prettier-ignore
    ...probar(['jornada'], [{ falla: !esDia(jornada), dice: `«${jornada}» no es un día`, remedio: 'Escriba la fecha como 2027-06-06' }]),
  ]
}

function esZona(zona: string): boolean {
  try {
    return zona.includes('/') && new Intl.DateTimeFormat('es', { timeZone: zona }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
