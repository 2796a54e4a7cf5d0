(** The equations of likelihood/gradient-descent, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** descent-contraction: 8c5e6ed4ae3bca30 *)
Theorem descent_contraction
    (R : comUnitRingType)
    (n : nat)
    (H : 'M[R]_n)
    (eps : R)
    (theta : 'cV[R]_n)
    (d_theta : 'cV[R]_n)
    (theta_star : 'cV[R]_n)
    (q : R)
    (eta : R)
    (symmetric : H^T = H)
    (small : eps * eps = 0)
    (unit : (2%:R : R) \is a GRing.unit)
    (q_is : q = ((1 / 2%:R) * (dot (theta + (- theta_star)) (H *m (theta + (- theta_star)))))) :
  (((1 / 2%:R) * (dot ((theta + eps *: d_theta) + (- theta_star)) (H *m ((theta + eps *: d_theta) + (- theta_star))))) = q + eps * dot (((1 / 2%:R) *: (H *m (theta + (- theta_star)))) + (H^T *m ((1 / 2%:R) *: (theta + (- theta_star))))) d_theta) /\
  ((((- eta) *: (((1 / 2%:R) *: (H *m (theta + (- theta_star)))) + (H^T *m ((1 / 2%:R) *: (theta + (- theta_star)))))) + theta + (- theta_star)) = ((((- eta) *: H) + (1%:M : 'M[R]_n)) *m (theta + (- theta_star)))).
Proof. prove. Qed.

(** stability-margin: c05c93781ed547f2 *)
Theorem stability_margin
    (R : comUnitRingType)
    (eta : R)
    (lambda : R) :
  (1 + (- ((1 + (- (eta * lambda))) ^+ 2))) = (eta * lambda * (2%:R + (- (eta * lambda)))) :> R.
Proof. prove. Qed.

(** best-rate, line 1: 6b395e5a7a3e6249 *)
Theorem best_rate_line_1
    (R : comUnitRingType)
    (eta : R)
    (L : R)
    (mu : R)
    (unit : ((L + mu) : R) \is a GRing.unit)
    (eta_is : eta = (2%:R * (L + mu)^-1)) :
  (1 + (- (eta * mu))) = ((L * eta) + (- 1)) :> R.
Proof. prove. Qed.

(** best-rate, line 2: 82e7d45c90dcd0c2 *)
Theorem best_rate_line_2
    (R : comUnitRingType)
    (L : R)
    (eta : R)
    (mu : R)
    (kappa : R)
    (unit : ((L + mu) : R) \is a GRing.unit)
    (eta_is : eta = (2%:R * (L + mu)^-1))
    (unit_2 : (mu : R) \is a GRing.unit)
    (kappa_is : kappa = (L * mu^-1))
    (unit_3 : ((1 + kappa) : R) \is a GRing.unit) :
  ((L * eta) + (- 1)) = ((1 + kappa)^-1 * (kappa + (- 1))) :> R.
Proof. prove. Qed.

(** taylor-remainder: ee6cc63bf75e2da2 *)
Theorem taylor_remainder
    (R : comUnitRingType)
    (eps : R)
    (t : R)
    (s'' : R -> R)
    (s' : R -> R)
    (s : R -> R)
    (small : eps * eps = 0)
    (slope_of_s1 : forall x_ y_, s' (x_ + eps * y_) = s' x_ + eps * (y_ * (s'' x_)))
    (slope_of_s : forall x_ y_, s (x_ + eps * y_) = s x_ + eps * (y_ * (s' x_))) :
  (((1 + (- (t + eps))) * (s' (t + eps))) + (s (t + eps))) = (((1 + (- t)) * (s' t)) + (s t)) + eps * ((1 + (- t)) * (s'' t)).
Proof. prove. Qed.

(** guaranteed-decrease: f4c3d02700181ce0 *)
Theorem guaranteed_decrease
    (R : comUnitRingType)
    (n : nat)
    (f : R)
    (L : R)
    (v : 'cV[R]_n)
    (g : 'cV[R]_n)
    (eta : R)
    (unit : (2%:R : R) \is a GRing.unit)
    (v_is : v = ((- eta) *: g)) :
  (f + ((1 / 2%:R) * L * (sqn v)) + (dot g v)) = (f + (- (eta * (1 + (- ((1 / 2%:R) * L * eta))) * (sqn g)))) :> R.
Proof. prove. Qed.

(** parabola-lowest-value: c13126638f24e711 *)
Theorem parabola_lowest_value
    (R : comUnitRingType)
    (n : nat)
    (f : R)
    (c : R)
    (v : 'cV[R]_n)
    (g : 'cV[R]_n)
    (unit : (2%:R : R) \is a GRing.unit)
    (unit_2 : (c : R) \is a GRing.unit)
    (v_is : v = ((- c^-1) *: g)) :
  (f + ((1 / 2%:R) * c * (sqn v)) + (dot g v)) = (f + (- ((1 / 2%:R) * c^-1 * (sqn g)))) :> R.
Proof. prove. Qed.

(** pl-on-quadratics: 084a2edf6d32b92d *)
Theorem pl_on_quadratics
    (R : comUnitRingType)
    (n : nat)
    (Q : 'M[R]_n)
    (H : 'M[R]_n)
    (lambda : 'cV[R]_n)
    (e : 'cV[R]_n)
    (q : R)
    (mu : R)
    (orthonormal : Q^T *m Q = 1%:M)
    (orthonormal_2 : Q *m Q^T = 1%:M)
    (unit : (2%:R : R) \is a GRing.unit)
    (H_is : H = (Q *m (diag lambda) *m Q^T))
    (q_is : q = ((1 / 2%:R) * (dot e (H *m e)))) :
  (((1 / 2%:R) * (sqn (H *m e))) + (- (q * mu))) = ((1 / 2%:R) * (\sum_(j < n) (((dot (col j Q) e) ^+ 2) * ((lambda j 0) + (- mu)) * (lambda j 0)))) :> R.
Proof. prove. Qed.

(** pl-rate: c61ab99941c2d320 *)
Theorem pl_rate
    (R : comUnitRingType)
    (Delta : R)
    (G : R)
    (mu : R)
    (L : R)
    (unit : (2%:R : R) \is a GRing.unit)
    (G_is : G = (2%:R * Delta * mu))
    (unit_2 : (L : R) \is a GRing.unit) :
  (Delta + (- ((1 / 2%:R) * G * L^-1))) = (Delta * (1 + (- (mu * L^-1)))) :> R.
Proof. prove. Qed.

(** distance-pays-for-progress: 0c41fcdcc3d9660b *)
Theorem distance_pays_for_progress
    (R : comUnitRingType)
    (n : nat)
    (L : R)
    (g : 'cV[R]_n)
    (theta_star : 'cV[R]_n)
    (theta : 'cV[R]_n)
    (unit : (2%:R : R) \is a GRing.unit)
    (unit_2 : (L : R) \is a GRing.unit) :
  ((dot g (theta + (- theta_star))) + (- ((1 / 2%:R) * L^-1 * (sqn g)))) = ((1 / 2%:R) * L * ((sqn (theta + (- theta_star))) + (- (sqn (((- L^-1) *: g) + theta + (- theta_star)))))) :> R.
Proof. prove. Qed.

(** exact-line-search-decrease: 79b3c646140632c0 *)
Theorem exact_line_search_decrease
    (R : comUnitRingType)
    (n : nat)
    (q : R)
    (eta : R)
    (g : 'cV[R]_n)
    (H : 'M[R]_n)
    (unit : (2%:R : R) \is a GRing.unit)
    (unit_2 : ((dot g (H *m g)) : R) \is a GRing.unit)
    (eta_is : eta = ((dot g (H *m g))^-1 * (sqn g))) :
  (q + ((1 / 2%:R) * (eta ^+ 2) * (dot g (H *m g))) + (- (eta * (sqn g)))) = (q + (- ((1 / 2%:R) * (dot g (H *m g))^-1 * ((sqn g) ^+ 2)))) :> R.
Proof. prove. Qed.

(** zigzag: 4a96f13b2faf5b9c *)
Theorem zigzag
    (R : comUnitRingType)
    (n : nat)
    (H : 'M[R]_n)
    (g : 'cV[R]_n)
    (eta : R)
    (unit : ((dot g (H *m g)) : R) \is a GRing.unit)
    (eta_is : eta = ((dot g (H *m g))^-1 * (sqn g))) :
  (dot (((- eta) *: (H *m g)) + g) g) = 0 :> R.
Proof. prove. Qed.

(** backtracking-accepts: 6eeff1a448a4d100 *)
Theorem backtracking_accepts
    (R : comUnitRingType)
    (n : nat)
    (g : 'cV[R]_n)
    (v : 'cV[R]_n)
    (eta : R)
    (L : R)
    (alpha : R)
    (v_is : v = ((- eta) *: g))
    (unit : (2%:R : R) \is a GRing.unit) :
  ((- (dot g v)) + (- ((1 / 2%:R) * L * (sqn v))) + (- (alpha * eta * (sqn g)))) = (eta * (1 + (- alpha) + (- ((1 / 2%:R) * L * eta))) * (sqn g)) :> R.
Proof. prove. Qed.

(** huber-worst-case: 6f95896a475deb2c *)
Theorem huber_worst_case
    (R : comUnitRingType)
    (L : R)
    (r : R)
    (R_2 : R)
    (k : R)
    (unit : (2%:R : R) \is a GRing.unit)
    (unit_2 : ((1 + (2%:R * k)) : R) \is a GRing.unit)
    (r_is : r = (R_2 * (1 + (2%:R * k))^-1))
    (unit_3 : ((2%:R + (4%:R * k)) : R) \is a GRing.unit) :
  ((L * r * (R_2 + (- (r * k)))) + (- ((1 / 2%:R) * L * (r ^+ 2)))) = (L * (R_2 ^+ 2) * (2%:R + (4%:R * k))^-1) :> R.
Proof. prove. Qed.

Print Assumptions descent_contraction.
Print Assumptions stability_margin.
Print Assumptions best_rate_line_1.
Print Assumptions best_rate_line_2.
Print Assumptions taylor_remainder.
Print Assumptions guaranteed_decrease.
Print Assumptions parabola_lowest_value.
Print Assumptions pl_on_quadratics.
Print Assumptions pl_rate.
Print Assumptions distance_pays_for_progress.
Print Assumptions exact_line_search_decrease.
Print Assumptions zigzag.
Print Assumptions backtracking_accepts.
Print Assumptions huber_worst_case.
