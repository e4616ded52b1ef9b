// Lights up all the words of the place that was opened: they may be cut into pieces by other marks.
(function () {
  "use strict";
  function light() {
    document.querySelectorAll("mark.lit").forEach(function (mark) { mark.classList.remove("lit"); });
    var wanted = decodeURIComponent(location.hash.slice(1));
    if (!wanted) { return; }
    document.querySelectorAll("mark").forEach(function (mark) {
      if (mark.dataset.marks.split(" ").indexOf(wanted) >= 0) { mark.classList.add("lit"); }
    });
  }
  window.addEventListener("hashchange", light);
  light();
})();
