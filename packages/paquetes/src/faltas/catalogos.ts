import {
  isConfirmada,
  NIVELES_SUPUESTO,
  OBJETOS_SUPUESTO,
  ORDENES_REVISION,
  ROLES,
  TIPOS_DEMARCACION,
  type ProcesoPack,
  type Rol,
  type SupuestoPack,
} from '@conoceles/domain'
import { probar, probarFilas, probarRepetidas, type Falta, type Prueba } from '../falta.ts'

const PRINCIPIOS: readonly string[] = ['mayoria_relativa', 'representacion_proporcional']
const TIPOS_ACTOR: readonly string[] = ['partido', 'alianza', 'independiente']

/** Lists with a key: each once, with values of the closed lists, and naming what there is. */
export function faltasDeCatalogos(pack: ProcesoPack): Falta[] {
  return [
    ...repetidas(pack),
    ...probar(
      ['revision', 'orden', 'clave'],
      [
        {
          falla: !ORDENES_REVISION.includes(pack.revision.orden.clave),
          dice: `No existe el orden de revisión «${pack.revision.orden.clave}»`,
          remedio: `Use ${ORDENES_REVISION.join(' o ')}`,
        },
      ],
    ),
    ...probarFilas(['supuestos'], pack.supuestos, pruebasDeSupuesto),
    ...cargoFaltas(pack),
    ...probarFilas(['actores'], pack.actores, ({ clave, tipo }) => [
      {
        falla: !TIPOS_ACTOR.includes(tipo),
        en: ['tipo'],
        dice: `El actor «${clave}» es «${tipo}»`,
        remedio: `Use ${TIPOS_ACTOR.join(', ')}`,
      },
    ]),
    ...accesoFaltas(pack),
  ]
}

function repetidas(pack: ProcesoPack): Falta[] {
  const conClave = ['cargos', 'demarcaciones', 'actores', 'tiposEleccion', 'grupos', 'causas', 'organos', 'integraciones', 'reglas', 'listados', 'supuestos'] as const // prettier-ignore
  const { leyes, partes, datos } = pack.reglasAviso
  const ofAvisos: [string, { clave: string }[]][] = [
    ['leyes', leyes],
    ['partes', partes],
    ['datos', datos],
  ]
  return [
    ...conClave.flatMap((lista) => probarRepetidas<{ clave: string }>([lista], pack[lista], ({ clave }) => clave)),
    ...ofAvisos.flatMap(([lista, filas]) => probarRepetidas(['reglasAviso', lista], filas, ({ clave }) => clave)),
    ...probarRepetidas(['postulaciones'], pack.postulaciones, ({ contienda, actor }) => `${actor} en ${contienda}`),
    ...probarRepetidas(['postulaciones'], pack.postulaciones, ({ contienda, orden }) => `el lugar ${orden} de la boleta de ${contienda}`),
    ...probarRepetidas(['politicaPublicacion', 'campos'], pack.politicaPublicacion.campos, ({ campo }) => campo),
    ...probarRepetidas(['cuestionarios'], pack.cuestionarios, ({ tipo, version }) => `${tipo} ${version}`),
  ]
}

function cargoFaltas({ cargos, demarcaciones, tiposEleccion }: ProcesoPack): Falta[] {
  const tipos = new Set(tiposEleccion.map(({ clave }) => clave))
  const lugares = new Set<string>(demarcaciones.map(({ tipo }) => tipo))
  return probarFilas(['cargos'], cargos, ({ clave, principio, demarcacion, tipoEleccion }) => [
    { falla: !PRINCIPIOS.includes(principio), en: ['principio'], dice: `El cargo «${clave}» es de «${principio}»`, remedio: `Use ${PRINCIPIOS.join(' o ')}` },
    {
      falla: !TIPOS_DEMARCACION.includes(demarcacion),
      en: ['demarcacion'],
      dice: `El cargo «${clave}» se elige por «${demarcacion}»`,
      remedio: `Use ${TIPOS_DEMARCACION.join(', ')}`,
    },
    {
      falla: !tipos.has(tipoEleccion),
      en: ['tipoEleccion'],
      dice: `El cargo «${clave}» es de la elección «${tipoEleccion}», que no existe`,
      remedio: 'Use la clave de uno de los tiposEleccion de proceso.json',
    },
    {
      falla: !lugares.has(demarcacion),
      en: ['demarcacion'],
      dice: `El cargo «${clave}» no tiene contienda: no hay ningún lugar de tipo «${demarcacion}»`,
      remedio: 'Agregue esos lugares a demarcaciones.json, o quite el cargo',
    },
  ]) // prettier-ignore
}

function pruebasDeSupuesto({ clave, publico, catalogo }: SupuestoPack): Prueba[] {
  const quien = `El supuesto «${clave}»`
  const propias = [
    { falla: publico === '', en: ['publico'], dice: `${quien} no dice nada al público`, remedio: 'Escriba «publico»' },
    { falla: catalogo === undefined, dice: `${quien} no está en el catálogo`, remedio: 'Agregue «catalogo»' },
  ]
  if (!catalogo) return propias
  const { objeto, nivel, hallazgo, comoSubsanar, fundamento } = catalogo
  const en = (campo: string) => ['catalogo', campo]
  return [
    ...propias,
    { falla: !OBJETOS_SUPUESTO.includes(objeto), en: en('objeto'), dice: `${quien} es de «${objeto}»`, remedio: `Use ${OBJETOS_SUPUESTO.join(', ')}` },
    { falla: !NIVELES_SUPUESTO.includes(nivel), en: en('nivel'), dice: `${quien} es de nivel «${nivel}»`, remedio: `Use ${NIVELES_SUPUESTO.join(' o ')}` },
    { falla: hallazgo.length < SHORTEST, en: en('hallazgo'), dice: `${quien} no dice el hallazgo`, remedio: 'Escríbalo completo' },
    { falla: comoSubsanar === '', en: en('comoSubsanar'), dice: `${quien} no dice cómo se subsana`, remedio: 'Escríbalo, o ponga null si no se puede' },
    {
      falla: fundamento.articulo === null && isConfirmada(fundamento.confianza),
      en: en('fundamento'),
      dice: `${quien} da por confirmado un artículo que no dice`,
      remedio: 'Escriba el artículo, o use «por_confirmar»',
    },
  ] // prettier-ignore
}

const SHORTEST = 10

/** Roles whose acts no password alone may do: they publish, verify, decide on data or give accounts. */
const NUNCA_EXENTOS: readonly Rol[] = ['verificacion', 'secretaria', 'transparencia', 'administracion']

function accesoFaltas({ acceso }: ProcesoPack): Falta[] {
  const exentos = acceso?.sinSegundoFactor ?? []
  const ruta = ['acceso', 'sinSegundoFactor']
  return [
    ...probarFilas(ruta, exentos, (rol) => [
      { falla: !ROLES.includes(rol), dice: `No existe el rol «${rol}»`, remedio: `Use ${ROLES.join(', ')}` },
      { falla: NUNCA_EXENTOS.includes(rol), dice: `El rol «${rol}» no puede entrar sin segundo factor`, remedio: 'Quítelo de esta lista' },
    ]),
    ...probarRepetidas(ruta, exentos, (rol) => rol),
  ]
}
