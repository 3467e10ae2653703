import { expect, test } from 'vitest'
import { sameName } from './same-name.ts'

test.each([
  ['Steve Witkoff', 'Witkoff', 'NAM-SURNAME'],
  ['Steve Witkoff', 'Steve Whitkov', 'NAM-SPELLING'],
  ['Javar Temirgan', 'Dzhavar Temirghan', 'NAM-SPELLING'],
  ['Abbas Araghchi', 'Araqchi', 'NAM-SPELLING'],
  ['Luc Ferran', 'Luc Ferrand', 'NAM-SLIP'],
  ['Karl Ostrem', 'Carl Ostrem', 'NAM-SPELLING'],
  ['Abel Noor', 'A. Noor', 'NAM-INITIAL'],
  // Arabic
  ['Muammar Gaddafi', 'Moammar el-Qaddafi', 'NAM-SPELLING'],
  ['Muammar Gaddafi', 'Muammar Kadhafi', 'NAM-SPELLING'],
  ['Abdel Fattah al-Sisi', 'Abdel Fattah el-Sisi', 'NAM-MIDDLE'],
  ['Bashar al-Assad', 'Bashar Assad', 'NAM-MIDDLE'],
  ['Bashar al-Assad', 'Assad', 'NAM-SURNAME'],
  ['Mohammed bin Salman', 'Muhammad bin Salman', 'NAM-SPELLING'],
  ['Mohammed Deif', 'Mohamed Deif', 'NAM-SPELLING'],
  ['Ismail Haniyeh', 'Ismail Haniya', 'NAM-SPELLING'],
  ['Ahmed Noor', 'Ahmad Noor', 'NAM-SPELLING'],
  ['Saddam Hussein', 'Saddam Hussain', 'NAM-SPELLING'],
  // Persian
  ['Hassan Rouhani', 'Hasan Ruhani', 'NAM-SPELLING'],
  ['Qasem Soleimani', 'Ghasem Suleimani', 'NAM-SPELLING'],
  ['Mohammad Bagher Ghalibaf', 'Mohammad Baqer Qalibaf', 'NAM-SPELLING'],
  ['Mohammad Javad Zarif', 'Javad Zarif', 'NAM-MIDDLE'],
  ['Mahmoud Ahmadinejad', 'Mahmud Ahmadinezhad', 'NAM-SPELLING'],
  ['Mohammad Bagher Ghalibaf', 'Mohammad-Bagher Qalibaf', 'NAM-SPELLING'],
  ['Abdel Fattah al-Burhan', 'Abdelfattah Burhan', 'NAM-SPELLING'],
  // Hebrew
  ['Benjamin Netanyahu', 'Binyamin Netanyahou', 'NAM-SPELLING'],
  ['Benjamin Netanyahu', 'Benyamin Netanyahou', 'NAM-SPELLING'],
  ['Benjamin Netanyahu', 'Bibi Netanyahu', 'NAM-GIVEN'],
  ['Yoav Gallant', 'Galant', 'NAM-SURNAME'],
  ['Yisrael Katz', 'Israel Katz', 'NAM-SPELLING'],
  ['Itamar Ben-Gvir', 'Itamar Ben Gvir', 'NAM-SPELLING'],
  ['Itamar Ben-Gvir', 'Ben Gvir', 'NAM-SURNAME'],
  ['Yitzhak Herzog', 'Isaac Herzog', 'NAM-GIVEN'],
  // Russian and Ukrainian
  ['Volodymyr Zelenskyy', 'Vladimir Zelensky', 'NAM-SPELLING'],
  ['Sergei Lavrov', 'Sergey Lavroff', 'NAM-SPELLING'],
  ['Sergei Lavrov', 'Sergej Lawrow', 'NAM-SPELLING'],
  ['Volodymyr Zelensky', 'Zelenskij', 'NAM-SPELLING'],
  ['Alexei Navalny', 'Aleksey Navalnii', 'NAM-SPELLING'],
  ['Ihor Klymenko', 'Igor Klymenko', 'NAM-GIVEN'],
  ['Dmitry Medvedev', 'Dmitri Medvedyev', 'NAM-SPELLING'],
  ['Mikhail Khodorkovsky', 'Mikhail Khodorkovskiy', 'NAM-SPELLING'],
  ['Alexander Lukashenko', 'Aleksandr Lukashenka', 'NAM-SPELLING'],
  ['Andriy Sybiha', 'Andrii Sybiga', 'NAM-SPELLING'],
  // Turkish
  ['Recep Tayyip Erdoğan', 'Recep Erdogan', 'NAM-MIDDLE'],
  ['Kemal Kılıçdaroğlu', 'Kemal Kilicdaroglu', 'NAM-SPELLING'],
  // Chinese and Korean
  ['Kim Jong Un', 'Kim Jong-un', 'NAM-SPELLING'],
  ['Xi Jinping', 'Xi', 'NAM-FAMILY-FIRST'],
  ['Xi Jinping', 'Xi Jin-ping', 'NAM-SPELLING'],
  // Others
  ['Robert Mueller', 'Bob Müller', 'NAM-SPELLING'],
  ['William Burns', 'Bill Burns', 'NAM-GIVEN'],
  ['Herman Van Rompuy', 'Rompuy', 'NAM-SURNAME'],
])('%s is %s by %s', (a, b, rule) => {
  expect(sameName(a.split(' '), b.split(' '))).toBe(rule)
  expect(sameName(b.split(' '), a.split(' '))).toBe(rule)
})

test.each([
  ['Yisrael Katz', 'Eli Katz'],
  ['Ann Marsh', 'Ann Moore'],
  ['Tom Lee', 'Tom Leigh'],
  ['Ola Renner', 'Ada Wrenn'],
  ['Mohammed Abbas', 'Mahmoud Abbas'],
  ['Hassan Nasser', 'Hussein Nasser'],
  ['Hassan Nasser', 'Hashem Nasser'],
  ['Kim Jong Un', 'Kim Yong Un'],
  ['Ali Khamenei', 'Mojtaba Khamenei'],
  ['Mohammed bin Salman', 'Mohammed bin Nayef'],
  ['Li Keqiang', 'Li Qiang'],
  ['Mario Sand', 'Maria Sand'],
  ['Amir Hatami', 'Omar Hatami'],
  ['Donald Trump', 'Donald Trump Jr.'],
  ['George W. Bush', 'George H. W. Bush'],
  ['Mohammed bin Salman', 'Salman'],
  ['Kim Jong Un', 'Kim Yo Jong'],
  ['Jon Marten', 'Jan Marten'],
  ['Karim Sand', 'Karam Sand'],
  ['Ferrand', 'Ferran'],
  ['Paul Marsh', 'P. Marshal'],
  ['Ivan Petrov', 'Ivan Petrovsky'],
  ['Sergei Ivanov', 'Sergei Ivanova'],
])('%s and %s stay two', (a, b) => {
  expect(sameName(a.split(' '), b.split(' '))).toBeUndefined()
  expect(sameName(b.split(' '), a.split(' '))).toBeUndefined()
})
