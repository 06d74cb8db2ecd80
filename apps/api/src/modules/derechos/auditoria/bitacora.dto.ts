import { MATERIAS_BITACORA } from '@conoceles/domain'
import { Entero, Fecha, Instante, Libre, Lista, Objeto, Opcion, Texto, Uuid } from '../../../shared/validacion/fields.ts'

const PALABRAS = { opcional: true, max: 120 }

export class ListBitacoraQueryDto {
  @Entero({ descripcion: 'Actos anteriores a este número.', opcional: true }) despues?: number
  @Fecha({ descripcion: 'Desde este día.', opcional: true }) desde?: string
  @Fecha({ descripcion: 'Hasta este día.', opcional: true }) hasta?: string
  @Opcion(MATERIAS_BITACORA, { descripcion: 'Sólo los de esta materia.', opcional: true }) materia?: (typeof MATERIAS_BITACORA)[number]
  @Texto({ descripcion: 'Sólo este acto.', opcional: true, max: 80, ejemplo: 'candidatura.verificada' }) acto?: string
  @Texto({ ...PALABRAS, descripcion: 'Palabras de la cuenta que actuó: nombre, cargo o actor político.' }) cuenta?: string
  @Texto({ ...PALABRAS, descripcion: 'Palabras de aquello sobre lo que se actuó: una persona, un acuerdo, una sesión.' }) sobre?: string
  @Texto({ ...PALABRAS, descripcion: 'Palabras de cualquier parte del renglón.' }) texto?: string
  @Uuid({ descripcion: 'Sólo los de esta cuenta.', opcional: true }) cuentaId?: string
  @Uuid({ descripcion: 'Sólo los que nombran este objeto.', opcional: true }) objetoId?: string
}

export class QuienActuoDto {
  @Texto({ descripcion: 'Nombre de la cuenta, o el sistema.', ejemplo: 'Lucía Mora' }) nombre: string
  @Texto({ descripcion: 'Con qué cargo.', nulo: true, ejemplo: 'Validación, PAN' }) cargo: string | null
}

export class SobreQueDto {
  @Texto({ descripcion: 'Qué es.', ejemplo: 'Candidatura' }) tipo: string
  @Texto({ descripcion: 'Cómo se llama; nulo si ya no existe, o no es de quien lee.', nulo: true }) nombre: string | null
}

export class DichoDto {
  @Texto({ descripcion: 'Qué dato.', ejemplo: 'Sección' }) termino: string
  @Texto({ descripcion: 'Qué dice.' }) texto: string
}

export class ActoEnPalabrasDto {
  @Texto({ descripcion: 'Hora legal, en la zona del proceso.', ejemplo: '25 de abril de 2024, 18:00:05' }) cuando: string
  @Texto({ descripcion: 'Qué se hizo.', ejemplo: 'Candidatura sustituida' }) acto: string
  @Texto({ descripcion: 'Materia.', ejemplo: 'Registro de candidaturas' }) materia: string
  @Objeto(() => QuienActuoDto, { descripcion: 'Quién lo hizo.' }) quien: QuienActuoDto
  @Objeto(() => SobreQueDto, { descripcion: 'Sobre qué.', nulo: true }) sobre: SobreQueDto | null
  @Lista(() => DichoDto, { descripcion: 'Qué más consta.' }) detalle: DichoDto[]
}

export class ObjetoBitacoraDto {
  @Texto({ descripcion: 'Tipo de objeto.', ejemplo: 'candidatura' }) tipo: string
  @Texto({ descripcion: 'Identificador del objeto.' }) id: string
}

export class ActoBitacoraDto {
  @Entero({ descripcion: 'Número consecutivo.', ejemplo: 128 }) n: number
  @Instante({ descripcion: 'Hora legal del acto.' }) en: string
  @Instante({ descripcion: 'Hora del sistema.' }) sistema: string
  @Texto({ descripcion: 'Acto.', ejemplo: 'captura.guardada' }) acto: string
  @Texto({ descripcion: 'Rol de quien actuó.', nulo: true, ejemplo: 'validacion' }) rol: string | null
  @Texto({ descripcion: 'Cuenta que actuó.', nulo: true }) cuenta: string | null
  @Objeto(() => ObjetoBitacoraDto, { descripcion: 'Objeto del acto.', nulo: true }) objeto: ObjetoBitacoraDto | null
  @Libre({ descripcion: 'Nombres de lo que cambió, nunca su contenido.' }) detalle: object
  @Objeto(() => ActoEnPalabrasDto, { descripcion: 'Lo mismo, como se lee.' }) palabras: ActoEnPalabrasDto
  @Texto({ descripcion: 'Huella encadenada.' }) hash: string
}

export class ListBitacoraDto {
  @Lista(() => ActoBitacoraDto, { descripcion: 'Actos, del más reciente al más antiguo.' }) elementos: ActoBitacoraDto[]
  @Texto({ descripcion: 'Valor de `despues` para la parte siguiente.', nulo: true }) siguiente: string | null
}
