"""Times jieba and scikit-learn's CountVectorizer on a text, for Scripts/bench --peers: the best of three rounds."""
import sys
import time

import jieba
from sklearn.feature_extraction.text import CountVectorizer


def best(work, rounds=3):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


path = sys.argv[1]
text = open(path, encoding="utf-8").read()
size = len(text.encode())
jieba.setLogLevel(60)
jieba.initialize()


def counted_by_jieba():
    counts = {}
    for word in jieba.cut(text):
        counts[word] = counts.get(word, 0) + 1


documents = text.split("\n")
for name, work in [
    ("jieba, words counted", counted_by_jieba),
    ("scikit-learn CountVectorizer", lambda: CountVectorizer().fit_transform(documents)),
]:
    print(f"  {name:<46}{size / best(work) / 1e6:8.1f} MB/s")
