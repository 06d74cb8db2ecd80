import own from './es-MX/escuchar.json'
import { withTexts } from './index.ts'

export const { t, tn, tWord } = withTexts(own)
