/** Stages of life that a drawing can tell apart. */
export const STAGES = ['young', 'middle', 'old'] as const
export type Stage = (typeof STAGES)[number]

/** Features of one drawing; each part of it reads this. */
export interface Look {
  sexo: 'mujer' | 'hombre'
  stage: Stage
  skin: Tone
  hair: string
  hairstyle: string
  hasGlasses: boolean
  facialHair: 'none' | 'moustache' | 'full'
  garment: 'shirt' | 'jacket' | 'blouse' | 'embroidered' | 'shawl'
  fabric: string
  background: string
  eyes: string
  /** Jaw, from narrow (0) to broad (1). */
  jaw: number
}

export interface Tone {
  base: string
  shade: string
  lip: string
}
