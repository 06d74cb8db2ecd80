import { inject, type InjectionKey } from 'vue'

/** Address of this visor for those who read it ("https://conoceles.example"), for links that leave it. */
export const ORIGIN: InjectionKey<string> = Symbol('origin')

export function useOrigin(): string {
  return inject(ORIGIN, '')
}
